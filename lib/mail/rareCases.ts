import { attachFile } from './attachment';
import { isPlainField } from './editable';
import { offerBeforeInput } from './editors/paste';
import { writePlainField } from './editors/plainField';
import { findField, looksLikeEmail } from './target';
import type { RareCases } from './memory';
import { findPlainSpot } from './place';
import { takeOut } from './takeOut';

export const rareCases: RareCases = {
  findField,
  looksLikeEmail,
  writePlainField: ({ body }, by, isFocused, content) =>
    isPlainField(body) ? writePlainField(body, findPlainSpot(body, by, isFocused), content) : null,
  offers: [offerBeforeInput],
  attachFile,
  takeOut,
};
