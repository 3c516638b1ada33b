import { type Content, classNames, type Extra } from '../content.ts'
import { safeUrl } from '../link/safe-url.ts'

export interface ButtonProps extends Extra {
  readonly children?: Content
  /** With an address the button is a link that looks like one; without, it submits its form. */
  readonly href?: string | undefined
  readonly type?: 'submit' | 'button' | 'reset' | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
  readonly id?: string | undefined
  readonly kind?: 'primary' | 'secondary' | 'warning' | 'start' | undefined
  readonly disabled?: boolean | undefined
  readonly preventDoubleClick?: boolean | undefined
  /** The id of a form elsewhere on the page that this button submits. */
  readonly form?: string | undefined
}

const StartIcon = () => (
  <svg
    class="govuk-button__start-icon"
    xmlns="http://www.w3.org/2000/svg"
    width="17.5"
    height="19"
    viewBox="0 0 33 40"
    aria-hidden="true"
    focusable="false"
  >
    <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
  </svg>
)

/** A link in the shape of a button is announced as one, as govuk-frontend publishes it. */
const asButton = { role: 'button', draggable: 'false' } as const

/** A button, or a link in its shape. */
export const Button = (props: ButtonProps) => {
  const {
    children,
    href,
    type = 'submit',
    name,
    value,
    id,
    kind = 'primary',
    disabled,
    form,
    classes,
    attributes,
  } = props
  const className = classNames(
    'govuk-button',
    kind !== 'primary' && kind !== 'start' && `govuk-button--${kind}`,
    classes,
    kind === 'start' && 'govuk-button--start',
  )
  const icon = kind === 'start' ? <StartIcon /> : null
  if (href !== undefined)
    return (
      <a href={safeUrl(href)} {...asButton} class={className} data-module="govuk-button" id={id} {...attributes}>
        {children}
        {icon}
      </a>
    )
  return (
    <button
      type={type}
      value={value}
      name={name}
      disabled={disabled}
      aria-disabled={disabled ? 'true' : undefined}
      data-prevent-double-click={props.preventDoubleClick === undefined ? undefined : String(props.preventDoubleClick)}
      class={className}
      data-module="govuk-button"
      id={id}
      form={form}
      {...attributes}
    >
      {children}
      {icon}
    </button>
  )
}

/** Buttons and links side by side. */
export const ButtonGroup = ({ children }: { readonly children?: Content }) => (
  <div class="govuk-button-group">{children}</div>
)
