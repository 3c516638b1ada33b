import type { Direction, Locale } from '../../kernel/locale.ts'
import { type Attributes, type Content, classNames } from '../content.ts'
import { Hint } from '../hint/hint.tsx'
import { Label } from '../label/label.tsx'

/** One radio button or checkbox. */
export interface ChoiceOption {
  readonly value: string
  readonly label: Content
  readonly hint?: Content
  readonly id?: string | undefined
  readonly name?: string | undefined
  readonly disabled?: boolean | undefined
  /** Overrides what the set's value says. */
  readonly checked?: boolean | undefined
  readonly labelClasses?: string | undefined
  /** Further questions that belong to this choice; always on the page, so that they work without a script. */
  readonly conditional?: Content
  /** Checkboxes only: choosing this one excludes the others. */
  readonly exclusive?: boolean | undefined
  readonly lang?: Locale | undefined
  readonly dir?: Direction | undefined
  readonly attributes?: Attributes | undefined
}

/** Options, with `{ divider: 'or' }` between groups of them. */
export type Choice = ChoiceOption | { readonly divider: Content }

interface ChoiceItemProps {
  readonly block: 'govuk-radios' | 'govuk-checkboxes'
  readonly type: 'radio' | 'checkbox'
  readonly option: ChoiceOption
  readonly id: string
  readonly name: string
  readonly isChecked: boolean
  readonly describedBy?: string | undefined
}

/** One choice with its label, hint and the questions that belong to it. */
export const ChoiceItem = ({ block, type, option, id, name, isChecked, describedBy }: ChoiceItemProps) => (
  <>
    <div class={`${block}__item`}>
      <input
        class={`${block}__input`}
        id={id}
        name={name}
        type={type}
        value={option.value}
        checked={isChecked}
        disabled={option.disabled}
        data-behaviour={option.exclusive ? 'exclusive' : undefined}
        aria-describedby={classNames(describedBy, Boolean(option.hint) && `${id}-item-hint`) || undefined}
        {...option.attributes}
      />
      <Label
        for={id}
        classes={classNames(`${block}__label`, option.labelClasses)}
        attributes={{ ...(option.lang ? { lang: option.lang } : {}), ...(option.dir ? { dir: option.dir } : {}) }}
      >
        {option.label}
      </Label>
      {option.hint ? (
        <Hint id={`${id}-item-hint`} classes={`${block}__hint`}>
          {option.hint}
        </Hint>
      ) : null}
    </div>
    {option.conditional ? (
      <div class={`${block}__conditional`} id={`conditional-${id}`}>
        {option.conditional}
      </div>
    ) : null}
  </>
)

/** The id of the nth choice (from 0): the first carries the plain prefix, so that an error summary can link to it. */
export const choiceId = (prefix: string, option: ChoiceOption, index: number): string =>
  option.id ?? (index === 0 ? prefix : `${prefix}-${index + 1}`)
