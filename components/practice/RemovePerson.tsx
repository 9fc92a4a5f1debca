export function RemovePerson({ address, onRemove }: { address: string; onRemove: () => void }) {
  return (
    <button type="button" aria-label={`Remove ${address}`} onClick={onRemove}>
      ×
    </button>
  );
}
