import { openOptionsPage } from '../browser/tabs';
import { fields, isFieldName } from '../letter/compose/fields';
import type { MissingDetail } from '../letter/model';
import { usePopup } from './popupStore';

/** Takes the user to the field that is missing: on the options page, or here in the popup. */
export function openField({ field }: MissingDetail): void {
  const place = isFieldName(field) ? fields[field].place : { page: 'none' as const };
  if (place.page === 'options') void openOptionsPage(optionsPlace(place.section, place.field));
  else if (place.page === 'none') void openOptionsPage(optionsPlace('your-employer', ''));
  else focusInPopup(field);
}

/** `about-you/jobTitle/RECORD_ID`: of thirty heads, the one whose letter this is. */
function optionsPlace(section: 'about-you' | 'your-employer', field: string): string {
  const { signer, employer } = usePopup.getState();
  const record = section === 'about-you' ? signer : employer;
  if (!record) return field ? `${section}/${field}` : section;
  return `${section}/${field}/${encodeURIComponent(record.id)}`;
}

/** The popup marks its inputs with the letter field they fill. */
function focusInPopup(field: string): void {
  const input = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
  input?.closest('details')?.setAttribute('open', '');
  input?.focus();
}

export function openOptions(place = ''): void {
  void openOptionsPage(place);
}
