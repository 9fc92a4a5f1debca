import { useEffect, useState } from 'react';

interface LastReportProps {
  readReport: () => Promise<string>;
  copyText: (text: string) => Promise<boolean>;
}

/** What the popup found last, to copy into a report. */
export function LastReport({ readReport, copyText }: LastReportProps) {
  const [report, setReport] = useState('');
  const [outcome, setOutcome] = useState('');
  useEffect(() => {
    let isStale = false;
    void readReport().then((text) => !isStale && setReport(text));
    return () => {
      isStale = true;
    };
  }, [readReport]);
  if (report === '') return null;
  const copy = async () => {
    const isCopied = await copyText(report);
    setOutcome(isCopied ? 'Copied.' : 'The browser did not allow copying. Select the text and press Ctrl+C.');
  };
  return (
    <>
      <h3>The last report</h3>
      <pre className="letter-sheet sent-text">{report}</pre>
      <button type="button" className="button" onClick={() => void copy()}>
        Copy the report
      </button>
      <p role="status">{outcome}</p>
    </>
  );
}
