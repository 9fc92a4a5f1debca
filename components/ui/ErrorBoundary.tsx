import { Component, type ReactNode } from 'react';

interface ErrorBoundaryProps {
  /** Shown instead of what could not be drawn. It reads nothing saved: that may be what is wrong. */
  fallback: ReactNode;
  children: ReactNode;
}

/** React empties the whole page when a component throws while it draws; this shows a sentence and a way on instead. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? this.props.fallback : this.props.children;
  }
}
