import { SectionHead } from '../SectionHead';

export function RepliesSection() {
  return (
    <SectionHead
      title="Letters and replies"
      lead="What you have sent and what came back, with the dates you may need later. Kept on this computer only."
    />
  );
}
