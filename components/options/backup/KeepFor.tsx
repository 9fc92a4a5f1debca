import { saveSettings } from '../../../lib/details/actions';
import { useDetails } from '../../../lib/details/store';
import { SelectField } from '../../ui/SelectField';

const FOREVER = 'until-deleted';

const periods = [
  { value: '6', label: '6 months' },
  { value: '12', label: '12 months' },
  { value: '24', label: '2 years' },
  { value: '72', label: '6 years' },
  { value: FOREVER, label: 'Until I delete them' },
];

/** How long letters and replies are kept after the last thing noted for them. */
export function KeepFor() {
  const keepMonths = useDetails((details) => details.settings.keepMonths);
  const value = keepMonths === null ? FOREVER : String(keepMonths);
  const known = periods.some((period) => period.value === value);
  return (
    <div className="card">
      <h3>How long letters and replies are kept</h3>
      <SelectField
        id="keepMonths"
        label="Keep letters and replies for"
        hint="Counted from the last thing noted for a letter. Older ones are deleted when this page is opened."
        value={value}
        options={known ? periods : [...periods, { value, label: `${value} months` }]}
        onChange={(period) => void saveSettings({ keepMonths: period === FOREVER ? null : Number(period) })}
      />
    </div>
  );
}
