import { Component, Suspense, memo, useLayoutEffect } from 'react'
import type { ErrorInfo, ReactNode } from 'react'
import { Button } from '../../kit/Button.tsx'
import { ErrorState } from '../../kit/ErrorState.tsx'
import { closeWindow } from './closing.ts'
import { waitForContent } from './contentCommands.ts'
import { useDesk } from './deskStore.ts'
import { matchAddress } from './kinds.ts'
import { WindowIdProvider } from './WindowContext.ts'
import { useWindowWords } from './windowWords.ts'

export type ReportError = (error: unknown, address: string) => void

interface Props {
  readonly id: string
  readonly onError: ReportError | undefined
}

/** What stands in a window: its kind's component, fenced so that what breaks in it breaks nothing else. */
export const WindowContent = memo(function WindowContent({ id, onError }: Props) {
  const address = useDesk((state) => state.windows[id]?.address ?? '')
  const kind = matchAddress(address)?.kind
  if (!kind) return <Failed id={id} />
  const Content = kind.component
  return (
    <WindowIdProvider value={id}>
      <Fence key={kind.pattern} id={id} onError={(error) => onError?.(error, address)}>
        <Suspense fallback={<Loading id={id} />}>
          <Content />
        </Suspense>
      </Fence>
    </WindowIdProvider>
  )
})

function Loading({ id }: { id: string }) {
  useLayoutEffect(() => waitForContent(id), [id])
  return <div className="window-loading" role="status" aria-label={useWindowWords().loading} />
}

function Failed({ id, again }: { id: string; again?: () => void }) {
  const words = useWindowWords()
  return (
    <ErrorState title={words.failed} text={words.failedHelp} onRetry={again}>
      <Button onClick={() => void closeWindow(id)}>{words.close}</Button>
    </ErrorState>
  )
}

interface FenceProps {
  readonly id: string
  readonly onError: (error: unknown) => void
  readonly children: ReactNode
}

class Fence extends Component<FenceProps, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override componentDidCatch(error: unknown, _info: ErrorInfo) {
    this.props.onError(error)
  }

  override render() {
    if (!this.state.broken) return this.props.children
    return <Failed id={this.props.id} again={() => this.setState({ broken: false })} />
  }
}
