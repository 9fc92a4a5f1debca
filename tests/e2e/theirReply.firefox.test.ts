import { describe } from 'vitest';
import { answerAsSites } from '../pages/answer';
import { firefoxBuild, requireBuild } from '../support/builds';
import { launchFirefox } from '../support/firefox';
import { describeTheirReply } from './theirReply';

describe('Help me answer this, Firefox', () => {
  describeTheirReply(() =>
    launchFirefox({ extensionDir: requireBuild(firefoxBuild), answer: answerAsSites }),
  );
});
