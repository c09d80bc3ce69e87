import { messages as easyCatalog } from './generated/catalog/easy.js';
import { messages as enCatalog } from './generated/catalog/en.js';
import { messages as jaCatalog } from './generated/catalog/ja.js';
import { messages as koCatalog } from './generated/catalog/ko.js';
import { messages as zhCatalog } from './generated/catalog/zh.js';
import { messages as easy } from './generated/page/easy.js';
import { messages as en } from './generated/page/en.js';
import { messages as ja } from './generated/page/ja.js';
import { messages as ko } from './generated/page/ko.js';
import { messages as zh } from './generated/page/zh.js';
import type { Locale } from './locale.js';
import type { CatalogMessages, Messages } from './messages.js';
import { makeTranslation, type Translation } from './translation.js';

/** Every table at once: for the command line and tests. The page fetches one at a time (load-messages.ts). */
export const allMessages: Readonly<Record<Locale, Messages>> = { ja, easy, en, zh, ko };

/** Texts of the catalogue, likewise. */
export const allCatalogMessages: Readonly<Record<Locale, CatalogMessages>> = {
  ja: jaCatalog,
  easy: easyCatalog,
  en: enCatalog,
  zh: zhCatalog,
  ko: koCatalog,
};

export function translate(locale: Locale): Translation {
  return makeTranslation(locale, allMessages[locale], allCatalogMessages[locale]);
}
