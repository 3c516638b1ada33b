import { raw } from 'hono/html'
import { BackLink } from '../back-link/back-link.tsx'
import { Breadcrumbs } from '../breadcrumbs/breadcrumbs.tsx'
import { Button, type ButtonProps } from '../button/button.tsx'
import { Checkboxes } from '../checkboxes/checkboxes.tsx'
import type { Attributes, Content } from '../content.ts'
import { DateInput, type DatePart } from '../date-input/date-input.tsx'
import { Details } from '../details/details.tsx'
import { ErrorMessage } from '../error-message/error-message.tsx'
import { ErrorSummary } from '../error-summary/error-summary.tsx'
import { Fieldset } from '../fieldset/fieldset.tsx'
import { FileUpload } from '../file-upload/file-upload.tsx'
import { Hint } from '../hint/hint.tsx'
import { InsetText } from '../inset-text/inset-text.tsx'
import { Label } from '../label/label.tsx'
import { LanguageNavigation } from '../language-navigation/language-navigation.tsx'
import { NotificationBanner } from '../notification-banner/notification-banner.tsx'
import { Pagination } from '../pagination/pagination.tsx'
import { Panel } from '../panel/panel.tsx'
import { PasswordInput } from '../password-input/password-input.tsx'
import { PhaseBanner } from '../phase-banner/phase-banner.tsx'
import type { Choice } from '../radios/choice.tsx'
import { Radios } from '../radios/radios.tsx'
import { Select } from '../select/select.tsx'
import { SkipLink } from '../skip-link/skip-link.tsx'
import { SummaryCard, SummaryList, type SummaryListProps } from '../summary-list/summary-list.tsx'
import { Table } from '../table/table.tsx'
import { Tabs } from '../tabs/tabs.tsx'
import { Tag } from '../tag/tag.tsx'
import { TaskList } from '../task-list/task-list.tsx'
import { TextInput, type TextInputProps } from '../text-input/text-input.tsx'
import { Textarea } from '../textarea/textarea.tsx'
import { WarningText } from '../warning-text/warning-text.tsx'

/** The options of govuk-frontend's macros that our components offer, as one recursive shape. */
export interface Macro {
  readonly text?: string
  readonly html?: string
  readonly titleText?: string
  readonly titleHtml?: string
  readonly descriptionText?: string
  readonly descriptionHtml?: string
  readonly summaryText?: string
  readonly summaryHtml?: string
  readonly labelText?: string
  readonly id?: string
  readonly idPrefix?: string
  readonly name?: string
  readonly namePrefix?: string
  readonly value?: string
  readonly href?: string
  readonly type?: string
  readonly classes?: string
  readonly attributes?: Attributes
  readonly label?: Macro & string
  readonly hint?: Macro
  readonly errorMessage?: Macro
  readonly fieldset?: Macro
  readonly legend?: Macro
  readonly formGroup?: Macro
  readonly tag?: Macro
  readonly title?: Macro & string
  readonly status?: Macro
  readonly card?: Macro
  readonly key?: Macro
  readonly prefix?: Macro
  readonly suffix?: Macro
  readonly conditional?: Macro
  readonly panel?: Macro
  readonly previous?: Macro
  readonly next?: Macro
  readonly actions?: Macro
  readonly items?: readonly Macro[]
  readonly rows?: readonly (Macro & readonly Macro[])[]
  readonly head?: readonly Macro[]
  readonly errorList?: readonly Macro[]
  readonly values?: readonly string[] & Readonly<Record<string, string>>
  readonly caption?: string
  readonly captionClasses?: string
  readonly [flag: string]: unknown
}

/** How our component is called for a published example; `offered` names the options we have, `departure` where we differ on purpose. */
export interface Renderer {
  readonly offered: readonly string[]
  readonly view: (options: Macro) => Content
  readonly departure?: { readonly why: string; readonly drop: RegExp }
  readonly except?: Readonly<Record<string, string>>
}

const content = (macro: Macro | undefined): Content => (macro?.html ? raw(macro.html) : macro?.text)
const extra = ({ classes, attributes }: Macro) => ({ classes, attributes })
const flag = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined)
const word = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const field = (macro: Macro) => ({
  name: macro.name ?? '',
  id: macro.id,
  label: content(macro.label),
  labelClasses: macro.label?.classes,
  labelIsHeading: flag(macro.label?.['isPageHeading']),
  hint: content(macro.hint),
  error: content(macro.errorMessage),
  errorPrefix: 'Error',
  describedBy: word(macro['describedBy']),
  disabled: flag(macro['disabled']),
  groupClasses: macro.formGroup?.classes,
  ...extra(macro),
})

const fieldOptions = [
  'id',
  'name',
  'label.text',
  'label.html',
  'label.classes',
  'label.isPageHeading',
  'hint.text',
  'errorMessage.text',
  'describedBy',
  'disabled',
  'classes',
  'attributes',
  'formGroup.classes',
]

const choices = (macro: Macro): readonly Choice[] =>
  (macro.items ?? []).filter(Boolean).map((item) =>
    word(item['divider'])
      ? { divider: word(item['divider']) }
      : {
          value: String(item.value),
          label: content(item),
          hint: content(item.hint),
          id: item.id,
          name: item.name,
          disabled: flag(item['disabled']),
          checked: flag(item['checked']),
          labelClasses: item.label?.classes,
          conditional: content(item.conditional),
          exclusive: item['behaviour'] === 'exclusive',
          attributes: item.attributes,
        },
  )

const choiceSet = (macro: Macro) => ({
  ...field(macro),
  id: macro.idPrefix,
  label: macro.fieldset ? (content(macro.fieldset.legend) ?? '') : undefined,
  labelClasses: macro.fieldset?.legend?.classes,
  labelIsHeading: flag(macro.fieldset?.legend?.['isPageHeading']),
  describedBy: word(macro.fieldset?.['describedBy']) ?? word(macro['describedBy']),
  fieldsetClasses: macro.fieldset?.classes,
  fieldsetAttributes: macro.fieldset?.attributes,
  options: choices(macro),
})

const under = (prefix: string, ...paths: readonly string[]): readonly string[] => paths.map((path) => prefix + path)

const choiceOptions = under(
  '',
  'name',
  'idPrefix',
  'hint.text',
  'errorMessage.text',
  'describedBy',
  'classes',
  'attributes',
  'formGroup.classes',
  'value',
  'values[]',
).concat(
  under(
    'fieldset.',
    'legend.text',
    'legend.html',
    'legend.classes',
    'legend.isPageHeading',
    'describedBy',
    'classes',
    'attributes',
  ),
  under(
    'items[].',
    'value',
    'text',
    'html',
    'hint.text',
    'id',
    'name',
    'disabled',
    'checked',
    'divider',
    'behaviour',
    'label.classes',
    'conditional.html',
    'attributes',
  ),
)

const conditionalDeparture = {
  why: 'the questions that belong to a choice are always in sight, so that they need no script',
  drop: / data-aria-controls="[^"]*"| govuk-(radios|checkboxes)__conditional--hidden/g,
}

const buttonKind = (macro: Macro): ButtonProps['kind'] => (macro['isStartButton'] === true ? 'start' : undefined)

const summary = (macro: Macro): SummaryListProps => ({
  rows: (macro.rows ?? []).filter(Boolean).map((row) => ({
    key: content(row.key),
    value: content(row.value as unknown as Macro),
    actions: row.actions?.items?.map((item) => ({
      href: item.href ?? '',
      text: content(item),
      hiddenText: word(item['visuallyHiddenText']),
      ...extra(item),
    })),
    classes: row.classes,
    keyClasses: row.key?.classes,
    valueClasses: (row.value as unknown as Macro | undefined)?.classes,
  })),
  ...extra(macro),
})

const dateParts = (macro: Macro) => {
  const id = macro.id ?? ''
  const label = (part: DatePart) =>
    word((macro[part] as Macro | undefined)?.label) ?? `${part[0]!.toUpperCase()}${part.slice(1)}`
  const prefix = macro.namePrefix ? `${macro.namePrefix}-` : ''
  const parts = ['day', 'month', 'year'] as const
  return (
    <DateInput
      {...field(macro)}
      name={id}
      id={id}
      label={content(macro.fieldset?.legend)}
      describedBy={word(macro.fieldset?.['describedBy'])}
      parts={parts.map((part) => ({ part, label: label(part) }))}
      partNames={Object.fromEntries(parts.map((part) => [part, prefix + part]))}
      values={Object.fromEntries(parts.map((part) => [part, macro.values?.[prefix + part]]))}
      {...(parts.some((part) => (macro[part] as Macro | undefined)?.['error'])
        ? { errorParts: parts.filter((part) => (macro[part] as Macro | undefined)?.['error']) }
        : {})}
    />
  )
}

const tableCell = (cell: Macro) => ({
  text: content(cell),
  numeric: cell['format'] === 'numeric' ? true : undefined,
  colspan: cell['colspan'] as number | undefined,
  rowspan: cell['rowspan'] as number | undefined,
  ...extra(cell),
})

const pageLink = (link: Macro | undefined, text: Content) =>
  link?.href
    ? { href: link.href, text: content(link) ?? text, label: link.labelText, attributes: link.attributes }
    : undefined

const cellOptions = ['text', 'html', 'classes', 'format', 'colspan', 'rowspan', 'attributes']

export const renderers: Readonly<Record<string, Renderer>> = {
  'back-link': {
    offered: ['href', 'text', 'html', 'classes', 'attributes'],
    view: (macro) => (
      <BackLink href={macro.href ?? '#'} {...extra(macro)}>
        {content(macro) ?? 'Back'}
      </BackLink>
    ),
  },
  breadcrumbs: {
    offered: [
      'items[].text',
      'items[].html',
      'items[].href',
      'items[].attributes',
      'collapseOnMobile',
      'classes',
      'attributes',
      'labelText',
    ],
    view: (macro) => (
      <Breadcrumbs
        label={macro.labelText ?? 'Breadcrumb'}
        collapseOnMobile={flag(macro['collapseOnMobile'])}
        items={(macro.items ?? []).map((item) => ({
          text: content(item),
          href: item.href,
          attributes: item.attributes,
        }))}
        {...extra(macro)}
      />
    ),
  },
  button: {
    except: { 'start link with html': 'we wrap no text in a further element' },
    offered: [
      'text',
      'classes',
      'disabled',
      'href',
      'isStartButton',
      'name',
      'attributes',
      'type',
      'value',
      'preventDoubleClick',
      'id',
      'html',
    ],
    view: (macro) => (
      <Button
        href={macro.href}
        type={macro.type as ButtonProps['type']}
        name={macro.name}
        value={macro.value}
        id={macro.id}
        kind={buttonKind(macro)}
        disabled={flag(macro['disabled'])}
        preventDoubleClick={flag(macro['preventDoubleClick'])}
        {...extra(macro)}
      >
        {content(macro)}
      </Button>
    ),
  },
  checkboxes: {
    except: { 'with falsy values': 'our lists hold no empty entries to skip' },
    offered: choiceOptions,
    departure: conditionalDeparture,
    view: (macro) => <Checkboxes {...choiceSet(macro)} values={macro.values} />,
  },
  'date-input': {
    except: {
      'with errors only': 'an error always has its message',
      'with error on single field by omission': 'the boxes at fault are named, not left out',
      classes: 'a date always has a legend',
      attributes: 'a date always has a legend',
      'with empty items': 'a date always has a legend',
    },
    offered: [
      'id',
      'namePrefix',
      'fieldset.legend.text',
      'fieldset.legend.html',
      'fieldset.describedBy',
      'hint.text',
      'errorMessage.text',
      'values',
      'classes',
      'attributes',
      'formGroup.classes',
      'day.label',
      'month.label',
      'year.label',
      'day.error',
      'month.error',
      'year.error',
    ],
    view: dateParts,
  },
  details: {
    offered: ['summaryText', 'summaryHtml', 'text', 'html', 'id', 'open', 'classes', 'attributes'],
    view: (macro) => (
      <Details
        summary={macro.summaryHtml ? raw(macro.summaryHtml) : macro.summaryText}
        id={macro.id}
        open={flag(macro['open'])}
        {...extra(macro)}
      >
        {content(macro)}
      </Details>
    ),
  },
  'error-message': {
    offered: ['text', 'html', 'id', 'classes', 'attributes', 'visuallyHiddenText'],
    view: (macro) => (
      <ErrorMessage
        id={macro.id}
        prefix={macro['visuallyHiddenText'] === undefined ? 'Error' : word(macro['visuallyHiddenText'])}
        {...extra(macro)}
      >
        {content(macro)}
      </ErrorMessage>
    ),
  },
  'error-summary': {
    offered: [
      'titleText',
      'titleHtml',
      'descriptionText',
      'descriptionHtml',
      'errorList[].text',
      'errorList[].html',
      'errorList[].href',
      'errorList[].attributes',
      'classes',
      'attributes',
      'disableAutoFocus',
    ],
    view: (macro) => (
      <ErrorSummary
        title={macro.titleHtml ? raw(macro.titleHtml) : macro.titleText}
        description={macro.descriptionHtml ? raw(macro.descriptionHtml) : macro.descriptionText}
        errors={(macro.errorList ?? []).map((error) => ({
          text: content(error),
          href: error.href,
          attributes: error.attributes,
        }))}
        movesFocus={macro['disableAutoFocus'] === undefined ? undefined : !macro['disableAutoFocus']}
        {...extra(macro)}
      />
    ),
  },
  fieldset: {
    offered: [
      'legend.text',
      'legend.html',
      'legend.classes',
      'legend.isPageHeading',
      'html',
      'describedBy',
      'classes',
      'attributes',
    ],
    view: (macro) => (
      <Fieldset
        legend={content(macro.legend)}
        legendClasses={macro.legend?.classes}
        legendIsHeading={flag(macro.legend?.['isPageHeading'])}
        describedBy={word(macro['describedBy'])}
        {...extra(macro)}
      >
        {macro.html ? raw(macro.html) : null}
      </Fieldset>
    ),
  },
  'file-upload': {
    offered: [...fieldOptions, 'multiple'],
    view: (macro) => <FileUpload {...field(macro)} multiple={flag(macro['multiple'])} />,
  },
  hint: {
    offered: ['text', 'html', 'id', 'classes', 'attributes'],
    view: (macro) => (
      <Hint id={macro.id} {...extra(macro)}>
        {content(macro)}
      </Hint>
    ),
  },
  input: {
    offered: [
      ...fieldOptions,
      'value',
      'type',
      'inputmode',
      'autocomplete',
      'autocapitalize',
      'pattern',
      'spellcheck',
      'prefix.text',
      'prefix.html',
      'suffix.text',
      'suffix.html',
      'inputWrapper.classes',
    ],
    view: (macro) => (
      <TextInput
        {...field(macro)}
        value={macro.value}
        type={macro.type as TextInputProps['type']}
        inputmode={macro['inputmode'] as TextInputProps['inputmode']}
        autocomplete={word(macro['autocomplete'])}
        autocapitalize={macro['autocapitalize'] as TextInputProps['autocapitalize']}
        pattern={word(macro['pattern'])}
        spellcheck={flag(macro['spellcheck'])}
        prefix={content(macro.prefix)}
        suffix={content(macro.suffix)}
        wrapperClasses={(macro['inputWrapper'] as Macro | undefined)?.classes}
      />
    ),
  },
  'inset-text': {
    offered: ['text', 'html', 'id', 'classes', 'attributes'],
    view: (macro) => (
      <InsetText id={macro.id} {...extra(macro)}>
        {content(macro)}
      </InsetText>
    ),
  },
  label: {
    offered: ['text', 'html', 'classes', 'isPageHeading', 'for', 'attributes'],
    view: (macro) => (
      <Label for={word(macro['for'])} isHeading={flag(macro['isPageHeading'])} {...extra(macro)}>
        {content(macro)}
      </Label>
    ),
    except: { empty: 'a label always has a text' },
  },
  'language-navigation': {
    offered: [
      'items[].text',
      'items[].lang',
      'items[].current',
      'items[].href',
      'items[].dir',
      'classes',
      'attributes',
      'ariaLabel',
    ],
    view: (macro) => (
      <LanguageNavigation
        label={word(macro['ariaLabel']) ?? 'Language'}
        languages={(macro.items ?? []).map((item) => ({
          name: item.text ?? '',
          locale: word(item['lang']) ?? '',
          href: item.href ?? '',
          current: item['current'] === true || !item.href,
          dir: item['dir'] as 'ltr' | 'rtl' | undefined,
        }))}
        {...extra(macro)}
      />
    ),
  },
  'notification-banner': {
    offered: [
      'text',
      'html',
      'type',
      'titleText',
      'titleHtml',
      'titleHeadingLevel',
      'titleId',
      'role',
      'classes',
      'attributes',
      'disableAutoFocus',
    ],
    view: (macro) => (
      <NotificationBanner
        title={
          macro.titleHtml
            ? raw(macro.titleHtml)
            : (macro.titleText ?? (macro.type === 'success' ? 'Success' : 'Important'))
        }
        kind={macro.type === 'success' ? 'success' : undefined}
        titleId={word(macro['titleId'])}
        titleLevel={macro['titleHeadingLevel'] as 2 | 3 | undefined}
        role={macro['role'] as 'alert' | 'region' | undefined}
        movesFocus={macro['disableAutoFocus'] === undefined ? undefined : !macro['disableAutoFocus']}
        text={macro.text}
        {...extra(macro)}
      >
        {macro.html ? raw(macro.html) : undefined}
      </NotificationBanner>
    ),
  },
  pagination: {
    offered: [
      'previous.href',
      'previous.text',
      'previous.labelText',
      'next.href',
      'next.text',
      'next.labelText',
      'items[].number',
      'items[].href',
      'items[].current',
      'items[].ellipsis',
      'items[].visuallyHiddenText',
      'classes',
      'attributes',
      'landmarkLabel',
    ],
    view: (macro) => (
      <Pagination
        label={word(macro['landmarkLabel']) ?? 'Pagination'}
        previous={pageLink(macro.previous, raw('Previous<span class="govuk-visually-hidden"> page</span>'))}
        next={pageLink(macro.next, raw('Next<span class="govuk-visually-hidden"> page</span>'))}
        items={macro.items
          ?.filter((item) => item && Object.keys(item).length > 0)
          .map((item) =>
            item['ellipsis'] === true
              ? { ellipsis: true }
              : {
                  number: String(item['number']),
                  href: item.href ?? '',
                  current: flag(item['current']),
                  hiddenText: word(item['visuallyHiddenText']) ?? `Page ${String(item['number'])}`,
                },
          )}
        {...extra(macro)}
      />
    ),
  },
  panel: {
    except: {
      'interruption with custom classes': 'interruption panels are not offered',
      'interruption, no actions': 'interruption panels are not offered',
    },
    offered: ['titleText', 'titleHtml', 'text', 'html', 'headingLevel', 'classes', 'attributes'],
    view: (macro) => (
      <Panel
        title={macro.titleHtml ? raw(macro.titleHtml) : macro.titleText}
        headingLevel={macro['headingLevel'] as 1 | 2 | undefined}
        {...extra(macro)}
      >
        {content(macro)}
      </Panel>
    ),
  },
  'password-input': {
    offered: [
      ...fieldOptions,
      'autocomplete',
      'showPasswordText',
      'hidePasswordText',
      'showPasswordAriaLabelText',
      'hidePasswordAriaLabelText',
    ],
    departure: {
      why: 'the words of the button are always given, in the language of the page',
      drop: / data-i18n\.[a-z-]+="[^"]*"/g,
    },
    view: (macro) => (
      <PasswordInput
        {...field(macro)}
        autocomplete={macro['autocomplete'] as 'new-password' | undefined}
        words={{
          show: word(macro['showPasswordText']) ?? 'Show',
          hide: word(macro['hidePasswordText']) ?? 'Hide',
          showLabel: word(macro['showPasswordAriaLabelText']) ?? 'Show password',
          hideLabel: word(macro['hidePasswordAriaLabelText']) ?? 'Hide password',
        }}
      />
    ),
  },
  'phase-banner': {
    offered: ['tag.text', 'tag.html', 'tag.classes', 'text', 'html', 'classes', 'attributes'],
    view: (macro) => (
      <PhaseBanner tag={content(macro.tag)} tagClasses={macro.tag?.classes} {...extra(macro)}>
        {content(macro)}
      </PhaseBanner>
    ),
  },
  radios: {
    except: { 'with falsy items': 'our lists hold no empty entries to skip' },
    offered: choiceOptions,
    departure: conditionalDeparture,
    view: (macro) => <Radios {...choiceSet(macro)} value={macro.value} />,
  },
  select: {
    except: { 'item selected overrides value': 'the value alone says what is chosen' },
    offered: [...fieldOptions, 'value', 'items[].value', 'items[].text', 'items[].disabled', 'items[].selected'],
    view: (macro) => {
      const items = (macro.items ?? []).filter(Boolean)
      const chosen = items.find((item) => item['selected'] === true)
      return (
        <Select
          {...field(macro)}
          value={
            chosen ? String(chosen.value ?? chosen.text) : macro.value === undefined ? undefined : String(macro.value)
          }
          options={items.map((item) => ({
            value: item.value === undefined ? undefined : String(item.value),
            text: item.text ?? '',
            disabled: flag(item['disabled']),
          }))}
        />
      )
    },
  },
  'skip-link': {
    offered: ['text', 'html', 'href', 'classes', 'attributes'],
    view: (macro) => (
      <SkipLink {...(macro.href ? { href: macro.href } : {})} {...extra(macro)}>
        {content(macro)}
      </SkipLink>
    ),
  },
  'summary-list': {
    except: {
      'summary card with custom classes': 'a card always has a title',
      'summary card with custom attributes': 'a card always has a title',
    },
    offered: under('', 'classes', 'attributes').concat(
      under(
        'card.',
        'title.text',
        'title.html',
        'title.headingLevel',
        'classes',
        'attributes',
        'actions.items[].text',
        'actions.items[].href',
      ),
      under('rows[].', 'key.text', 'key.html', 'key.classes', 'value.text', 'value.html', 'value.classes', 'classes'),
      under('rows[].actions.items[].', 'href', 'text', 'html', 'visuallyHiddenText', 'classes', 'attributes'),
    ),
    view: (macro) =>
      macro.card ? (
        <SummaryCard
          title={content(macro.card.title)}
          headingLevel={macro.card.title?.['headingLevel'] as 3 | undefined}
          actions={macro.card.actions?.items?.map((item) => ({ href: item.href ?? '', text: content(item) }))}
          list={summary(macro)}
          {...extra(macro.card)}
        />
      ) : (
        <SummaryList {...summary(macro)} />
      ),
  },
  table: {
    offered: [
      'caption',
      'captionClasses',
      'firstCellIsHeader',
      'classes',
      'attributes',
      ...cellOptions.flatMap((path) => [`head[].${path}`, `rows[][].${path}`]),
    ],
    view: (macro) => (
      <Table
        caption={macro.caption}
        captionClasses={macro.captionClasses}
        firstCellIsHeader={flag(macro['firstCellIsHeader'])}
        columns={macro.head?.map(tableCell)}
        rows={(macro.rows ?? [])
          .filter(Boolean)
          .map((row) => row.map((cell) => ({ ...tableCell(cell), numeric: cell['format'] === 'numeric' })))}
        {...extra(macro)}
      />
    ),
  },
  tabs: {
    offered: [
      'id',
      'title',
      'items[].label',
      'items[].id',
      'items[].panel.html',
      'items[].panel.text',
      'items[].attributes',
      'items[].panel.attributes',
      'classes',
      'attributes',
    ],
    departure: {
      why: 'the sections are all in sight and need no script',
      drop: / data-module="govuk-tabs"| govuk-tabs__panel--hidden/g,
    },
    view: (macro) => (
      <Tabs
        id={macro.id}
        title={macro.title ?? 'Contents'}
        items={(macro.items ?? []).filter(Boolean).map((item) => ({
          id: item.id ?? '',
          label: item.label,
          content: item.panel?.html ? raw(item.panel.html) : <p class="govuk-body">{item.panel?.text}</p>,
          attributes: item.attributes,
          panelAttributes: item.panel?.attributes,
        }))}
        {...extra(macro)}
      />
    ),
  },
  tag: {
    offered: ['text', 'html', 'classes', 'attributes'],
    view: (macro) => <Tag {...extra(macro)}>{content(macro)}</Tag>,
  },
  'task-list': {
    except: { 'with empty values': 'our lists hold no empty entries to skip' },
    offered: [
      'idPrefix',
      'classes',
      'attributes',
      ...[
        'title.text',
        'title.html',
        'title.classes',
        'href',
        'hint.text',
        'hint.html',
        'classes',
        'status.text',
        'status.html',
        'status.classes',
        'status.tag.text',
        'status.tag.html',
        'status.tag.classes',
        'status.tag.attributes',
      ].map((path) => `items[].${path}`),
    ],
    view: (macro) => (
      <TaskList
        idPrefix={macro.idPrefix}
        tasks={(macro.items ?? []).filter(Boolean).map((item) => ({
          title: content(item.title),
          titleClasses: item.title?.classes,
          href: item.href,
          hint: content(item.hint),
          classes: item.classes,
          status: item.status?.tag ? (
            <Tag {...extra(item.status.tag)}>{content(item.status.tag)}</Tag>
          ) : (
            content(item.status)
          ),
          statusClasses: item.status?.classes,
        }))}
        {...extra(macro)}
      />
    ),
  },
  textarea: {
    offered: [...fieldOptions, 'value', 'rows', 'autocomplete', 'spellcheck'],
    view: (macro) => (
      <Textarea
        {...field(macro)}
        value={macro.value}
        rows={macro['rows'] as number | undefined}
        autocomplete={word(macro['autocomplete'])}
        spellcheck={flag(macro['spellcheck'])}
      />
    ),
  },
  'warning-text': {
    offered: ['text', 'html', 'iconFallbackText', 'classes', 'attributes'],
    view: (macro) => (
      <WarningText prefix={word(macro['iconFallbackText']) || 'Warning'} {...extra(macro)}>
        {content(macro)}
      </WarningText>
    ),
  },
}
