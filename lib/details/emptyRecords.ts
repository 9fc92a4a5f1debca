import type { Choices, FieldsOf, RecordKind, Settings } from './schema';

/** A record before anything is typed. */
export const emptyFields: { [K in RecordKind]: FieldsOf<K> } = {
  signer: {
    fullName: '',
    jobTitle: '',
    school: '',
    employment: '',
    address: '',
    postcode: '',
    phone: '',
    email: '',
    coSigners: [],
    employerId: '',
  },
  employer: {
    kind: 'other',
    organisation: '',
    councilCode: '',
    title: '',
    firstName: '',
    lastName: '',
    role: '',
    email: '',
    address: '',
    postcode: '',
    nextPersonUp: '',
    copies: [],
  },
  letter: { title: '', markdown: '', supplier: '', version: '', reviewDate: '', locked: false, replaces: '' },
  sent: {
    employerId: '',
    employerName: '',
    signerId: '',
    signerName: '',
    letterId: '',
    standsFor: '',
    title: '',
    text: '',
    wordingVersion: '',
    requests: [],
    sentOn: '',
    replyBy: '',
    replies: [],
    meetings: [],
  },
};

export const firstChoices: Choices = {
  letterId: 'request',
  signerId: '',
  employerId: '',
  requests: {},
  fillSubject: true,
  address: true,
  attachWord: false,
  mentionUnion: false,
  leaveOutStrongest: false,
  copies: {},
};

export const firstSettings: Settings = {
  v: 1,
  agreedOn: '',
  mailboxWarningSeen: false,
  lastMailSite: '',
  keepMonths: 12,
};
