/** npm run screenshots: the popup and the options page in their states, light and dark, into docs/pictures. */
import { importTypeScript } from './importTypeScript.mjs';
import { run } from './run.mjs';
import { lastLines, setUp, SetUpProblem } from './setUp.mjs';

try {
  await setUp(['chromium'], (sentence) => console.log(`${sentence} …`));
  const build = await run('wxt', ['build']);
  if (!build.ok) throw new SetUpProblem(`The build failed:\n${lastLines(build.output, 30)}`);
  const pictures = /** @type {typeof import('./takePictures.ts')} */ (
    await importTypeScript('takePictures.ts')
  );
  await pictures.takePictures();
} catch (error) {
  if (!(error instanceof SetUpProblem)) throw error;
  console.log(error.message);
  process.exitCode = 1;
}
