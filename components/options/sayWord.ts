/** Runs what makes a Word file and answers with the sentence to show, also when the file could not be made. */
export async function sayWord(make: () => Promise<string>): Promise<string> {
  try {
    return await make();
  } catch (error) {
    console.error(error);
    return 'The Word file could not be made. Nothing you saved is lost. Reload this page and try again.';
  }
}
