import { ArrowBigUpDash, Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { IconButton } from '../IconButton.tsx'
import { useKitWords } from '../words.ts'
import { TextField } from './TextField.tsx'
import type { TextFieldProps } from './TextField.tsx'

/** A password, with a look at it, and a word when Caps Lock is on. */
export function PasswordField(props: Omit<TextFieldProps, 'type' | 'after' | 'icon'>) {
  const words = useKitWords()
  const [seen, setSeen] = useState(false)
  const [caps, setCaps] = useState(false)
  const notice = (event: KeyboardEvent) => setCaps(event.getModifierState('CapsLock'))
  return (
    <TextField
      autoComplete="current-password"
      {...props}
      dir="ltr"
      type={seen ? 'text' : 'password'}
      onKeyDown={notice}
      onKeyUp={notice}
      hint={caps ? words.capsLock : props.hint}
      icon={caps ? ArrowBigUpDash : undefined}
      after={
        <IconButton
          icon={seen ? EyeOff : Eye}
          label={seen ? words.hidePassword : words.showPassword}
          aria-pressed={seen}
          size="small"
          tip={false}
          onClick={() => setSeen(!seen)}
        />
      }
    />
  )
}
