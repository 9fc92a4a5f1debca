import { configure } from '@testing-library/react';

// A busy machine takes its time: what is waited for may come later than the library's one second.
configure({ asyncUtilTimeout: 15_000 });
