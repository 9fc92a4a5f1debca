import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { detach } from '../lib/failure/failure';
import { answer, type Request } from '../lib/reading/readers';

/** The worker of the options page: reads the files that the user picks. */
export default defineUnlistedScript(() => {
  addEventListener('message', ({ data }: MessageEvent<Request>) =>
    detach(answer(data, (message) => postMessage(message))),
  );
});
