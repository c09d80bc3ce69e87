import type { PlaceKind } from '../../src/search/document.js';

/** A building people name instead of an address, known to the town of its published address and no nearer. */
export interface Landmark {
  name: string;
  nameEn: string;
  ward: string;
  /** Town of the address. */
  town: string;
  aliases: readonly string[];
}

/** What a city's search knows besides its layers. */
export interface SearchWords {
  city: {
    kana: string;
    prefecture: string;
    prefectureEn: string;
    prefectureKana: string;
    /** Railway operators that are written in front of a station. */
    operators: readonly string[];
  };
  /** Layers whose features are found by name, with the kind of answer they give, in the order of the index. */
  placeLayers: readonly (readonly [layer: string, kind: PlaceKind])[];
  landmarks: readonly Landmark[];
  /** Tables list some things by their place alone; people search and read them with the word for the thing. */
  fullName: (layer: string, name: string) => string;
  fullNameEn: (layer: string, nameEn: string) => string;
  /** Names a thing is also called by. */
  aliasesOf: (layer: string, name: string) => string[];
}
