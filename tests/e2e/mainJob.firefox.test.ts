import { describe } from 'vitest';
import { answerAsSites } from '../pages/answer';
import { firefoxBuild, requireBuild } from '../support/builds';
import { launchFirefox } from '../support/firefox';
import { describeMainJob } from './mainJob';

describe('Firefox', () => {
  describeMainJob(() => launchFirefox({ extensionDir: requireBuild(firefoxBuild), answer: answerAsSites }));
});
