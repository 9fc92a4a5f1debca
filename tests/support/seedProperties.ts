import fc from 'fast-check';

/**
 * Property tests use the same cases in each run, so that a failure points to the last change.
 * `PROPERTY_SEED=random npm test` tries new cases.
 */
const seed = process.env['PROPERTY_SEED'] ?? '20261123';
if (seed !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) });
