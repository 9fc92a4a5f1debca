export interface SelectOption<Value extends string> {
  value: Value;
  label: string;
  /** The heading above the option; neighbours with the same heading share it. */
  group?: string;
}

/** The options of a select, under their headings. */
export function Options({ options }: { options: readonly SelectOption<string>[] }) {
  const groups = [...new Set(options.map(({ group = '' }) => group))];
  return groups.map((group) => {
    const inGroup = options
      .filter((option) => (option.group ?? '') === group)
      .map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ));
    return group ? (
      <optgroup key={group} label={group}>
        {inGroup}
      </optgroup>
    ) : (
      inGroup
    );
  });
}
