import script from '../../../entrypoints/insert';

// What the browser does with the injected file.
script.main();
