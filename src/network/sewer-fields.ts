/** What the network wants to know of a pipe or a manhole, and the file's field that holds it. */
export const pipeRoles = [
  'pipeName',
  'upstreamManhole',
  'downstreamManhole',
  'upstreamInvertMeters',
  'downstreamInvertMeters',
  'diameterMillimeters',
  'lengthMeters',
  'kind',
] as const;
export const manholeRoles = ['manholeName', 'groundMeters', 'manholeInvertMeters', 'depthMeters'] as const;
export type PipeRole = (typeof pipeRoles)[number];
export type ManholeRole = (typeof manholeRoles)[number];

/** Field name for each role; null = the file has none. */
export type PipeFields = Record<PipeRole, string | null>;
export type ManholeFields = Record<ManholeRole, string | null>;

/** Names offices use, folded; the first that fits wins. */
const pipeNames: Record<PipeRole, RegExp> = {
  pipeName: /^(管渠|管路|路線|スパン|管きょ)?(番号|名称?|id|no|コード)$|^(pipe_?)?(id|name|no)$|^fid$/,
  upstreamManhole:
    /^(上流|始点)(側)?(人孔|マンホール|mh)?(番号|名称?|id|no|コード)?$|^(up(stream)?|from|us)_?(mh|manhole|node)?(_?(id|no|name))?$/,
  downstreamManhole:
    /^(下流|終点)(側)?(人孔|マンホール|mh)?(番号|名称?|id|no|コード)?$|^(down(stream)?|to|ds)_?(mh|manhole|node)?(_?(id|no|name))?$/,
  upstreamInvertMeters:
    /^(上流|始点)(側)?(管底)(高|標高)?$|^(up(stream)?|us|from)_?(inv(ert)?|il)(_?(level|m))?$/,
  downstreamInvertMeters:
    /^(下流|終点)(側)?(管底)(高|標高)?$|^(down(stream)?|ds|to)_?(inv(ert)?|il)(_?(level|m))?$/,
  diameterMillimeters: /^(管径|口径|呼び?径|内径|径|断面寸法)$|^(dia(meter)?|size|dn)(_?mm)?$/,
  lengthMeters: /^(延長|管路延長|管渠延長|区間距離|水平距離|距離)$|^(length|len)(_?m)?$/,
  kind: /^(管種|種別|管渠種別|区分|施設区分|構造)$|^(kind|type|material)$/,
};
const manholeNames: Record<ManholeRole, RegExp> = {
  manholeName: /^(人孔|マンホール|mh)?(番号|名称?|id|no|コード)$|^(manhole|mh|node)?_?(id|name|no)$|^fid$/,
  groundMeters:
    /^(地盤高|地表高|人孔蓋高|蓋高|gl|計画地盤高|現況地盤高)$|^(ground|cover|rim)(_?(level|elevation|m))?$/,
  manholeInvertMeters: /^(人孔底高|管底高|底高)$|^(inv(ert)?|il)(_?(level|m))?$/,
  depthMeters: /^(人孔深さ?|深さ|人孔深)$|^depth(_?m)?$/,
};

function fold(name: string): string {
  const [beforeBracket = ''] = name.normalize('NFKC').toLowerCase().split(/[([]/, 1);
  return beforeBracket.replace(/[\s\-・]/g, '');
}

function guess<Role extends string>(
  fields: readonly string[],
  patterns: Readonly<Record<Role, RegExp>>,
): Record<Role, string | null> {
  const taken = new Set<string>();
  const roles = Object.keys(patterns) as Role[];
  const entries = roles.map((role) => {
    const found = fields.find((field) => !taken.has(field) && patterns[role].test(fold(field)));
    if (found !== undefined) taken.add(found);
    return [role, found ?? null] as const;
  });
  return Object.fromEntries(entries) as Record<Role, string | null>;
}

/** A first mapping by the fields' names; the reader corrects it once and it is kept with the project. */
export function guessPipeFields(fields: readonly string[]): PipeFields {
  return guess(fields, pipeNames);
}
export function guessManholeFields(fields: readonly string[]): ManholeFields {
  return guess(fields, manholeNames);
}
