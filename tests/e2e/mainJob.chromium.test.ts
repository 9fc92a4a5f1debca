import { describe } from 'vitest';
import { listMenuItems } from '../../lib/background/menu/items';
import { answerAsSites } from '../pages/answer';
import { chromiumBuild, requireBuild } from '../support/builds';
import { launchChromium } from '../support/chromium';
import { builtInLetter } from '../support/expectedLetter';
import { describeMainJob } from './mainJob';

describe('Chromium', () => {
  describeMainJob(() =>
    launchChromium({
      extensionDir: requireBuild(chromiumBuild),
      answer: answerAsSites,
      menu: listMenuItems(builtInLetter('request')),
    }),
  );
});
