import fc from 'fast-check';

/**
 * Property tests try the same cases in each run, so that a change that fails is the change that broke it.
 * `PROPERTY_SEED=random npm test` looks for new ones.
 */
const wanted = process.env['PROPERTY_SEED'] ?? '20261123';
if (wanted !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(wanted) });
