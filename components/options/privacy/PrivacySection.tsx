import { SectionHead } from '../SectionHead';
import { PrivacyWords } from './PrivacyWords';

export function PrivacySection() {
  return (
    <>
      <SectionHead
        title="Privacy and backup"
        lead="What is kept and who could see it; how to keep a copy, and how to delete everything."
      />
      <PrivacyWords />
    </>
  );
}
