import { defineConfig } from 'wxt';
import { OUTLOOK_HOSTS } from './lib/mail/sites/hosts';
import { lettersPlugin } from './scripts/lettersPlugin';
import { namelessSelectorsPlugin, plainScriptsPlugin } from './scripts/injectedScripts';

/** Extension pages may load their own files and nothing else; see PRIVACY.md. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self'",
  "worker-src 'self'",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/module-react'],
  vite: () => ({ plugins: [lettersPlugin(), plainScriptsPlugin(), namelessSelectorsPlugin()] }),
  manifest: ({ browser, command }) => ({
    name: 'Dear Employer',
    description:
      'Puts a letter asking your employer for a full risk assessment of Ofsted inspections into the email you are writing.',
    permissions: ['activeTab', 'contextMenus', 'scripting', 'storage'],
    // Outlook's separate windows stay at about:blank, where a click grants nothing. Off until the user turns it on.
    optional_host_permissions: OUTLOOK_HOSTS.map((host) => `https://${host}/*`),
    action: { default_title: 'Dear Employer' },
    commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+L' } } },
    // WXT writes its own policy for the development server.
    ...(command === 'build' ? { content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY } } : {}),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'dear-employer@dear-employer.invalid',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '121' }),
  }),
});
