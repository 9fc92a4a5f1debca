import { Component, type ReactNode } from 'react';

interface ErrorBoundaryProps {
  /** Shown instead of children that fail to render. Must not read saved data, which may be the cause of the failure. */
  fallback: ReactNode;
  children: ReactNode;
}

/** Shows a fallback if a component throws while rendering. Without a boundary, React would empty the whole page. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? this.props.fallback : this.props.children;
  }
}
