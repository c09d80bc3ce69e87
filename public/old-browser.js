/*
 * What stands where the map cannot: in a browser that is too old for it, and where a part of the page did not come.
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
    return document.getElementById('app');
  }

  /* Anything but the words for people without scripts: the page stands. */
  function standing() {
    var app = place();
    var children = app ? app.children : [];
    for (var i = 0; i < children.length; i += 1) if (children[i].tagName !== 'NOSCRIPT') return true;
    return false;
  }

  function say(kind) {
    var app = place();
    if (!app || standing()) return;
    var box = element('div');
    box.setAttribute('role', 'alert');
    box.setAttribute('id', 'cannot-start');
    box.setAttribute('data-kind', kind);
    for (var i = 0; i < 2; i += 1) {
      var line = words[kind][i];
      var part = element('section', '', line[0]);
      part.appendChild(element('h1', line[1]));
      part.appendChild(element('p', line[2]));
      if (kind === 'lost') part.appendChild(again(line[0]));
      var other = element('p');
      other.appendChild(link(elsewhere[i][1], elsewhere[i][2]));
      part.appendChild(other);
      var call = element('p', phone[i][1]);
      call.appendChild(link(phone[i][2], 'tel:+81927114428'));
      part.appendChild(call);
      box.appendChild(part);
    }
    app.appendChild(box);
  }

  function again(language) {
    var button = element('button', language === 'ja' ? '再読み込み' : 'Reload');
    button.onclick = function () {
      window.location.reload();
    };
    return button;
  }

  function whenRead(action) {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', action);
    else action();
  }

  /* A script that cannot be read comes from a gap in the list above; one that did not come, from the network. */
  function onError(event) {
    var syntax = /SyntaxError/.test(String(event.message));
    var script = event.target && event.target.tagName === 'SCRIPT';
    if (!event.message && !script) return;
    whenRead(function () {
      say(syntax ? 'old' : 'lost');
    });
  }

  function tooOld() {
    for (var i = 0; i < needed.length; i += 1) if (!needed[i][1]) return true;
    return false;
  }

  if (!window.addEventListener) return;
  if (tooOld()) {
    whenRead(function () {
      say('old');
    });
    return;
  }
  window.addEventListener('error', onError, true);
  window.addEventListener('unhandledrejection', function () {
    whenRead(function () {
      say('lost');
    });
  });
})();
