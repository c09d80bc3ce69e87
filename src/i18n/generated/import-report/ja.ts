// Made from src/i18n/locales by `npm run messages`: change those, not this.
import { number } from '../../message-runtime.js';
import type { ImportReportMessages } from './messages.js';

export const messages: ImportReportMessages = {
  problems: {
    "file-missing": {
      what: "ファイルが見つかりません",
      remedy: "パスを確かめてください",
    },
    "file-empty": {
      what: "ファイルが空です",
      remedy: "ダウンロードし直してください",
    },
    "file-too-large": {
      what: "ファイルが大きすぎます",
      remedy: "市の範囲だけを切り出す（ogr2ogr -spat）か、形式を GPKG・FlatGeobuf に変えてください",
    },
    "unknown-format": {
      what: "読める形式ではありません",
      remedy: "GeoJSON・Shapefile（zip）・GPKG・FlatGeobuf・GML・KML・CSV のどれかにしてください",
    },
    "needs-gdal": {
      what: "その形式や座標系は GDAL がないと読めません",
      remedy: "npm run -s cli -- import で取り込んでください",
    },
    "zip-broken": {
      what: "zip が壊れています",
      remedy: "ダウンロードし直してください",
    },
    "zip-encrypted": {
      what: "zip にパスワードがかかっています",
      remedy: "解いてから渡してください",
    },
    "zip-too-many-entries": {
      what: "zip の中のファイルが多すぎます",
      remedy: "必要なものだけを zip にしてください",
    },
    "zip-too-large": {
      what: "zip を開いた大きさが上限をこえます",
      remedy: "必要なものだけを取り出してください",
    },
    "zip-bomb": {
      what: "zip の圧縮率が異常です（爆弾の疑い）",
      remedy: "出どころを確かめてください",
    },
    "zip-unsupported": {
      what: "扱えない zip です",
      remedy: "通常の zip（deflate、zip64 でないもの）で圧縮し直してください",
    },
    "zip-nothing-readable": {
      what: "zip の中に読めるデータがありません",
      remedy: "中身を確かめてください",
    },
    "shapefile-incomplete": {
      what: "Shapefile の部品が足りません",
      remedy: ".shp .shx .dbf を同じ場所に置いてください",
    },
    unreadable: {
      what: "ファイルを読めません",
      remedy: "壊れていないか、形式が拡張子どおりかを確かめてください",
    },
    truncated: {
      what: "ファイルが途中で切れています",
      remedy: "ダウンロードし直してください",
    },
    "no-features": {
      what: "地物が一つもありません",
      remedy: "ファイルの中身を確かめてください",
    },
    "no-geometry": {
      what: "位置をもつ地物がありません",
      remedy: "表だけのファイルではないかを確かめてください",
    },
    "sxf-p21": {
      what: "SXF の P21 形式は読めません",
      remedy: "CAD から SFC 形式で保存し直してください",
    },
    raster: {
      what: "画像や PDF です",
      remedy: "図形のファイルを指定してください",
    },
    "engine-failed": {
      what: "GDAL を起動できません",
      remedy: "npm ci をやり直してください",
    },
    "engine-silent": {
      what: "GDALが長いあいだ何も読み書きしなかったので、止めました",
      remedy: "QGISなどで開いて保存し直すか、必要な部分だけにしてください",
    },
    "engine-too-much": {
      what: "GDALが、このファイルにありえない量を書き出したので、止めました",
      remedy: "ビューなどを除いて保存し直してください",
    },
    "engine-memory": {
      what: "GDALのメモリが足りなくなりました",
      remedy: "ファイルを分けてください",
    },
    "feature-too-large": {
      what: "一つの地物が大きすぎます",
      remedy: "地物を分けてください",
    },
    "open-quote": {
      what: "引用符（\"）が正しく閉じられていません（開いた行）",
      remedy: "その行の引用符を直してください",
    },
    "no-position-columns": {
      what: "緯度・経度の列がありません",
      remedy: "「緯度」「経度」という列を付けてください",
    },
    "crs-unknown": {
      what: "その座標系では読めません",
      remedy: "--crs EPSG:6668 のように正しい番号で指定してください",
    },
    "too-many-features": {
      what: "市内の地物が多すぎます",
      remedy: "ファイルを分けてください",
    },
    "too-many-positions": {
      what: "市内の頂点が多すぎます",
      remedy: "形を簡略化してください",
    },
    "unknown-layer": {
      what: "そのレイヤはありません",
      remedy: "--layer に下の名前のどれかを指定してください",
    },
    "mapping-unreadable": {
      what: "対応表（--mapping）を読めません",
      remedy: "docs/import.md の書き方にしてください",
    },
    "mapping-missing": {
      what: "このレイヤは列の意味を書いた対応表が要ります",
      remedy: "--mapping mapping.json を付けてください（docs/import.md）",
    },
    "mapping-incomplete": {
      what: "対応表に足りない項目があります",
      remedy: "docs/import.md を見て書き足してください",
    },
    "columns-missing": {
      what: "対応表の列がファイルにありません",
      remedy: "列の名前を確かめてください",
    },
    "not-this-data": {
      what: "このレイヤのデータではありません",
      remedy: "--layer とファイルの組み合わせを確かめてください",
    },
    "data-set-ambiguous": {
      what: "ファイルの中のどのデータか決まりません",
      remedy: "対応表の dataSet で名前を指定してください",
    },
    "as-of-unknown": {
      what: "データの時点が分かりません",
      remedy: "--as-of 2025-04-01 のように指定するか、対応表に asOf を書いてください",
    },
    "crs-missing": {
      what: "ファイルに座標系が書かれていません",
      remedy: "--crs EPSG:… で指定してください（推測はしません）",
    },
    "axes-swapped": {
      what: "座標の縦と横が入れかわっています",
      remedy: "対応表に \"axes\": \"north-east\" と書いてください",
    },
    "outside-frame": {
      what: "地図の範囲の外に出る地物があります",
      remedy: "座標系が正しいかを確かめ、違っていれば --crs で指定してください",
    },
    "old-tokyo-datum": {
      what: "全体が南東に約400mずれています。日本測地系（旧）の座標のようです",
      remedy: "--crs EPSG:4301（経緯度）または --crs EPSG:30162（平面直角II系）を指定してください",
    },
    "shifted-twice": {
      what: "全体が北西に約400mずれています。世界測地系の座標を日本測地系として読んだようです",
      remedy: "--crs EPSG:6668（経緯度）または --crs EPSG:6670（平面直角II系）を指定してください",
    },
    "nothing-left": {
      what: "取り込める地物が一つもありません",
      remedy: "下の「除いたもの」の理由を確かめてください",
    },
    "incomplete-layer": {
      what: "レイヤの一部しかありません",
      remedy: "残りと重なるため、すべてがそろったファイルにしてください",
    },
    "no-built-layer": {
      what: "組み立て済みのレイヤがありません",
      remedy: "先に npm run data を実行してください",
    },
    "not-imported": {
      what: "このレイヤには取り込んだデータがありません",
      remedy: "何もする必要はありません",
    },
    "in-use": {
      what: "別の取り込みか組み立てが同じデータを書き換えています",
      remedy: "終わってからもう一度実行してください",
    },
    "reads-what-it-writes": {
      what: "読むファイルが、書き換えられるファイルそのものです",
      remedy: "別の場所に写してから取り込んでください",
    },
    "write-failed": {
      what: "書き込めませんでした",
      remedy: "空き容量と権限を確かめてください。元のレイヤはそのままです",
    },
    "build-failed": {
      what: "取り込んだ後の組み立てに失敗したため、元に戻しました",
      remedy: "下の理由を直してからもう一度実行してください",
    },
    "names-unknown": {
      what: "このレイヤにある名前が一つもありません",
      remedy: "名前の列と書き方を確かめてください。表にない名前の線や区域は取り込みません",
    },
    "drawn-twice": {
      what: "同じ幹線の線が二つ以上あります",
      remedy: "一本（MultiLineString）にまとめるか、正しい線だけを残してください",
    },
    "wants-line": {
      what: "このレイヤは線のデータです。ファイルの形は線ではありません",
      remedy: "線で書き出したファイルを指定してください",
    },
    "wants-polygon": {
      what: "このレイヤは面のデータです。ファイルの形は面ではありません",
      remedy: "面で書き出したファイルを指定してください",
    },
    "wants-point": {
      what: "このレイヤは点のデータです。ファイルの形は点ではありません",
      remedy: "点で書き出したファイルを指定してください",
    },
  },
  skips: {
    "other-municipality": "他の市町村",
    "no-geometry": "形がない",
    "wrong-geometry": "形の種類が違う",
    sliver: "面積のない切れはし",
    unrepairable: "直せない自己交差",
    "outside-frame": "地図の範囲の外",
    "water-area": "水面",
    "exclave-hole": "飛び地の抜け",
    "no-name": "名前がない",
    "not-in-table": "表に同じ名前がない",
    "ambiguous-name": "同じ名前が複数あり決められない",
    "filtered-out": "対応表の filter に合わない",
    "other-kind": "浸水の深さではない区域",
    "no-position": "座標が数でない",
    schema: "必要な項目を満たさない",
    "no-source": "出典がない",
    "no-accuracy": "精度（m）がない",
    "not-zoned": "用途地域でない（分類が不明）",
    "no-block-number": "街区符号・地番が番号でない",
  },
  repairs: {
    "ring-closed": "輪を閉じた",
    "ring-order": "輪の向きを直した",
    "repeated-positions": "重なる点を除いた",
    "sliver-dropped": "切れはしを除いた",
    "self-crossing": "自己交差を直した",
    "self-touching": "一点で接する輪を分けた",
    "cut-at-frame": "地図の範囲で切った",
    "part-not-finite": "数でない座標の部分を除いた",
    "html-stripped": "属性の HTML を除いた",
  },
  notes: {
    "crs-overridden": "ファイルの座標系ではなく指定されたものを使った",
    "datum-agrees": "今のレイヤと位置が合う",
    "datum-shifted": "今のレイヤから全体がずれている（旧測地系のずれとは違う）",
    "datum-not-checkable": "位置のずれは確かめられない（比べる地物が少ない）",
    "data-set-ignored": "別のデータなので読まなかった",
    "other-scenario-left-out": "別の想定（計画規模）なので混ぜなかった",
    "no-romanised-name": "ローマ字の名前がない",
    "not-in-file": "ファイルにないので今のまま",
    "overlap-left": "重なりが複雑で一つにしなかった",
  },
  refused: (d) => `${d.what}（${d.detail}）`,
  listSeparator: "／",
  examples: (d) => `（例：${d.list}）`,
  dataSet: (d) => `${d.name}（${d.format}、${d.encoding}、${d.crs}）`,
  noEncoding: "文字コードなし",
  source: (d) => `出典 ${d.source}、時点 ${d.asOf}、精度 ${d.accuracyMeters} m`,
  waiting: (d) => `${d.holder} が同じデータを書き換えています。終わるのを待っています…`,
  counts: (d) => `読んだ行 ${d.read}、取り込む地物 ${d.features}`,
  skipped: (d) => `除いたもの ${d.what}：${d.count}${d.examples}`,
  unknown: (d) => `読めない値 ${d.value}：${d.count}（不明のまま。0にはしない）`,
  repaired: (d) => `直したもの ${d.what}：${d.count}${d.examples}`,
  note: (d) => `注記 ${d.what}：${d.count}${d.examples}`,
  depth: (d) => "深さ " + d.depth + "：" + number("ja", d.features, 0) + "地物 " + d.hectares + " ha",
  unknownDepth: "不明",
  rebuilt: (d) => `組み直した ${d.layer}`,
  features: (d) => `地物 ${d.before} → ${d.after}（対応 ${d.matched}、形が変わる ${d.changedCount}）`,
  area: (d) => `面積 ${d.beforeHectares} ha → ${d.afterHectares} ha（増える ${d.gainedHectares} ha、減る ${d.lostHectares} ha）`,
  length: (d) => `延長 ${d.beforeKilometers} km → ${d.afterKilometers} km`,
  moved: (d) => `、中心 ${d.meters} m`,
  placed: "（位置が新しく決まる）",
  gone: (d) => `なくなる：${d.names}`,
  added: (d) => `新しい：${d.names}`,
  restated: (d) => `形は同じで内容が変わる地物 ${d.count}${d.examples}`,
};
