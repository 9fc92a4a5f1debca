export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Runs a function that makes a Word file. Returns its sentence for the user, or an error sentence if it throws. */
export async function sayWord(make: () => Promise<string>): Promise<string> {
  try {
    return await make();
  } catch (error) {
    console.error(error);
    return 'The Word file could not be made. Nothing you saved is lost. Reload this page and try again.';
  }
}
