/*
 * What stands where the map cannot: in a browser that is too old for it, and where a part of the page did not come, or
 * does not come and does not fail either. Nothing waits for this file: a page whose own parts hang must still be told.
 * Written in ECMAScript 5, because it must run where nothing newer does (test/app/old-browser.test.ts reads it as such).
 * The page's policy allows no inline script and no text made into HTML: hence a file of its own, and text nodes only.
 */
(function () {
  'use strict';

  /* Newest of what the page cannot do without; docs/reliability.md names the browsers that have all of it. */
  var needed = [
    ['module scripts', 'noModule' in document.createElement('script')],
    ['Object.hasOwn', typeof Object.hasOwn === 'function'],
    ['Array.prototype.findLast', typeof Array.prototype.findLast === 'function'],
    ['structuredClone', typeof window.structuredClone === 'function'],
    ['AbortSignal.timeout', typeof window.AbortSignal === 'function' && 'timeout' in window.AbortSignal],
    ['dvh', !!(window.CSS && window.CSS.supports && window.CSS.supports('height', '1dvh'))],
    ['lookbehind', understands('(?<=a)b')],
  ];
  var words = {
    old: [
      [
        'ja',
        'このブラウザーは古いため、地図を表示できません。',
        '次の版か、それより新しいブラウザーでお開きください: Chrome・Edge 109、Firefox 115、Safari 16.4（iOS 16.4）。',
      ],
      [
        'en',
        'This browser is too old for the map.',
        'Please open it with one of these or newer: Chrome or Edge 109, Firefox 115, Safari 16.4 (iOS 16.4).',
      ],
    ],
    lost: [
      ['ja', 'ページの一部を読み込めませんでした。', '通信を確かめて、もう一度読み込んでください。'],
      ['en', 'Part of the page could not be loaded.', 'Please check the connection and load it again.'],
    ],
    slow: [
      [
        'ja',
        'ページの一部がまだ届いていません。',
        '通信が遅いか、途中で止まっています。このまま待つか、もう一度読み込んでください。',
      ],
      [
        'en',
        'Part of the page has not come yet.',
        'The connection is slow or has stopped. Please wait, or load the page again.',
      ],
    ],
    plain: [
      [
        'ja',
        'ページの見た目の部品がまだ届いていません。',
        '答えと一覧は、このまま使えます。もう一度読み込むと、直ることがあります。',
      ],
      [
        'en',
        'What gives the page its looks has not come yet.',
        'Answers and tables work as they are. Loading the page again may help.',
      ],
    ],
  };
  var elsewhere = [
    ['ja', '地図のない一覧（このままで読めます）', './embed.html'],
    ['en', 'The tables without the map, in Japanese (readable as they are)', './embed.html'],
  ];
  var phone = [
    ['ja', '問い合わせ: 福岡市道路下水道局 下水道企画課 ', '092-711-4428'],
    ['en', 'Fukuoka City, Sewerage Planning Section (in Japanese): ', '+81-92-711-4428'],
  ];

  function understands(pattern) {
    try {
      return !!new RegExp(pattern);
    } catch (error) {
      return false;
    }
  }

  function element(name, text, language) {
    var made = document.createElement(name);
    if (text) made.appendChild(document.createTextNode(text));
    if (language) made.setAttribute('lang', language);
    return made;
  }

  function link(text, address) {
    var made = element('a', text);
    made.setAttribute('href', address);
    return made;
  }

  function place() {
    return document.getElementById('app') || document.getElementById('embed');
  }

  /* Anything but the words for people without scripts, the tables of an embed and our own words: the page stands. */
  function standing() {
    var app = place();
    var children = app ? app.children : [];
    for (var i = 0; i < children.length; i += 1)
      if (children[i].tagName !== 'NOSCRIPT' && children[i].className !== 'still' && children[i].id !== id)
        return true;
    return false;
  }

  function unsay() {
    var box = document.getElementById(id);
    if (box && box.parentNode) box.parentNode.removeChild(box);
  }

  function say(kind) {
    var app = place();
    var before = document.getElementById(id);
    if (!app || (before && before.getAttribute('data-kind') === kind)) return;
    if (standing() && kind !== 'plain') return;
    unsay();
    var box = element('div');
    box.setAttribute('role', 'alert');
    box.setAttribute('id', id);
    box.setAttribute('data-kind', kind);
    for (var i = 0; i < 2; i += 1) {
      var line = words[kind][i];
      var part = element('section', '', line[0]);
      part.appendChild(element('h1', line[1]));
      part.appendChild(element('p', line[2]));
      if (kind !== 'old') part.appendChild(again(line[0]));
      var other = element('p');
      other.appendChild(link(elsewhere[i][1], elsewhere[i][2]));
      part.appendChild(other);
      var call = element('p', phone[i][1]);
      call.appendChild(link(phone[i][2], 'tel:+81927114428'));
      part.appendChild(call);
      box.appendChild(part);
    }
    /* Beside a page that stands: what it draws into its own place is its own. */
    if (kind === 'plain') document.body.insertBefore(box, document.body.firstChild);
    else app.insertBefore(box, app.firstChild);
  }

  function again(language) {
    var button = element('button', language === 'ja' ? '再読み込み' : 'Reload');
    button.onclick = function () {
      window.location.reload();
    };
    return button;
  }

  /* The place may not have been read yet; a hanging style sheet puts off every event that would tell. */
  function sayWhenRead(kind) {
    if (place()) say(kind);
    else
      window.setTimeout(function () {
        sayWhenRead(kind);
      }, 50);
  }

  /* A script that cannot be read comes from a gap in the list above; one that did not come, from the network. */
  function lose() {
    lost = true;
    sayWhenRead('lost');
  }

  function onError(event) {
    var syntax = /SyntaxError/.test(String(event.message));
    var script = event.target && event.target.tagName === 'SCRIPT';
    if (!event.message && !script) return;
    if (syntax) {
      lost = true;
      sayWhenRead('old');
    } else lose();
  }

  function tooOld() {
    for (var i = 0; i < needed.length; i += 1) if (!needed[i][1]) return true;
    return false;
  }

  /* Seconds without anything new, as src/thread/silence.ts has them. */
  function silence() {
    var meta = document.querySelector('meta[name="mizumichi-silence"]');
    var seconds = Number(meta && meta.getAttribute('content'));
    return (seconds > 0 && seconds < 3600 ? seconds : 20) * 1000;
  }

  function hangingSheets() {
    var links = document.querySelectorAll('link[rel="stylesheet"]');
    var found = [];
    for (var i = 0; i < links.length; i += 1)
      if (!links[i].sheet && !/\?again$/.test(links[i].href)) found.push(links[i]);
    return found;
  }

  /* A style sheet in the head holds back the scripts and the drawing of the page: it is asked for again beside them. */
  function release(link) {
    var fresh = element('link');
    fresh.setAttribute('rel', 'stylesheet');
    fresh.setAttribute('crossorigin', '');
    fresh.onload = function () {
      waiting -= 1;
      if (waiting === 0 && standing()) unsay();
    };
    fresh.setAttribute('href', link.getAttribute('href').split('?')[0] + '?again');
    waiting += 1;
    link.parentNode.removeChild(link);
    document.head.appendChild(fresh);
    /* A part that is imported waits for the end of its style sheet. */
    link.dispatchEvent(new window.Event('load'));
  }

  /* Files that have come are counted: as long as there are more of them, the line is slow and not dead. */
  function watch() {
    var files = -1;
    var since = 0;
    var timer = window.setInterval(function () {
      var now = window.performance.getEntriesByType('resource').length;
      since = now === files ? since + 1 : 0;
      files = now;
      if (!lost && document.documentElement.getAttribute('data-lost') !== null) lose();
      if (since * step >= silence()) {
        var sheets = hangingSheets();
        for (var i = 0; i < sheets.length; i += 1) release(sheets[i]);
        if (waiting > 0) say('plain');
        else if (!lost) say('slow');
        since = 0;
      }
      if (standing() && waiting === 0 && hangingSheets().length === 0) {
        window.clearInterval(timer);
        unsay();
      }
    }, step);
  }

  var id = 'cannot-start';
  var step = 500;
  var waiting = 0;
  var lost = false;

  if (!window.addEventListener) return;
  if (tooOld()) {
    sayWhenRead('old');
    return;
  }
  window.addEventListener('error', onError, true);
  window.addEventListener('unhandledrejection', lose);
  watch();
})();
