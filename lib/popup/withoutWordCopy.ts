import type { LetterIngredients } from './composing';

/** Where no file goes with the letter, the letter must not speak of one. */
export function withoutWordCopy<Ingredients extends LetterIngredients>(
  ingredients: Ingredients,
): Ingredients {
  return { ...ingredients, choices: { ...ingredients.choices, attachWord: false } };
}
