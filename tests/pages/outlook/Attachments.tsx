/** Two inputs stand in the ribbon; the one for pictures puts them into the body and is not for files. */
export function Attachments({ onAttach }: { onAttach: (names: string[]) => void }) {
  return (
    <>
      <input type="file" accept="image/*" multiple hidden />
      <input
        type="file"
        data-testid="local-computer-filein"
        multiple
        hidden
        onChange={({ target }) => {
          onAttach([...(target.files ?? [])].map(({ name }) => name));
          target.value = '';
        }}
      />
    </>
  );
}
