import { addSigner, deleteSigner } from '../../../lib/details/actions';
import { coSigners } from '../../../lib/details/itemLists';
import type { Signer } from '../../../lib/storage/schema';
import { useDetails } from '../../../lib/details/store';
import { itemListOf, useRecordForm } from '../form/useRecordForm';
import { RecordPicker } from '../records/RecordPicker';
import { useCurrentRecord } from '../records/useCurrentRecord';
import { SectionHead } from '../SectionHead';
import type { Place } from '../sections';
import { focusField, useFocusedField } from '../usePlace';
import { FindMySchool } from '../school/FindMySchool';
import { EmployerOfSigner } from './EmployerOfSigner';
import { fillFromSchool } from './fillFromSchool';
import { SignerForm } from './SignerForm';
import { useEmployerOf } from './useEmployerOf';

export function AboutYouSection({ place }: { place: Place }) {
  const signers = useDetails((details) => details.records.signer);
  const lastUsed = useDetails((details) => details.choices.signerId);
  const { current, choose } = useCurrentRecord(signers, place, lastUsed);
  useFocusedField(place, current !== undefined);
  const add = async () => {
    const id = await addSigner();
    if (id !== null) {
      choose(id);
      focusField('fullName');
    }
  };
  return (
    <>
      <SectionHead
        title="About you"
        lead="What you type here stays on this computer. It is used only to fill in your letters."
      />
      <RecordPicker
        plural="signers"
        records={signers.map(({ id, fullName, school }) => ({ id, name: fullName, detail: school }))}
        detailName="School"
        currentId={current?.id ?? ''}
        addLabel="Add signer"
        onChoose={choose}
        onAdd={() => void add()}
      />
      {current ? (
        <SignerCard key={current.id} signer={current} />
      ) : (
        <p className="empty">
          Nobody is saved yet. Add a signer: the person whose name stands under the letter.
        </p>
      )}
    </>
  );
}

function SignerCard({ signer }: { signer: Signer }) {
  const form = useRecordForm('signer', signer);
  const employers = useEmployerOf(signer);
  const noOne = { fullName: '', jobTitle: '', agreed: false };
  return (
    <div className="card">
      <SignerForm
        form={form}
        finder={<FindMySchool onUse={(proposal) => fillFromSchool(signer.id, proposal, employers)} />}
        employment={<EmployerOfSigner signer={signer} employers={employers} />}
        people={itemListOf(coSigners, signer, noOne, ({ fullName }) => fullName)}
      />
      <p className="card-end">
        <button type="button" className="button button-danger" onClick={() => void deleteSigner(signer.id)}>
          Delete
        </button>
      </p>
    </div>
  );
}
