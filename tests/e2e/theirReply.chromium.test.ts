import { describe } from 'vitest';
import { answerAsSites } from '../pages/answer';
import { chromiumBuild, requireBuild } from '../support/builds';
import { launchChromium } from '../support/chromium';
import { describeTheirReply } from './theirReply';

describe('Help me answer this, Chromium', () => {
  describeTheirReply(() =>
    launchChromium({ extensionDir: requireBuild(chromiumBuild), answer: answerAsSites }),
  );
});
