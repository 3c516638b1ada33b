import { type Content, classNames, type Extra } from '../content.ts'
import { safeUrl } from '../link/safe-url.ts'

export interface Task {
  readonly title: Content
  readonly href?: string | undefined
  readonly hint?: Content
  /** A text or a `<Tag>`. */
  readonly status: Content
  /** True greys the status of a task that cannot be started yet. */
  readonly cannotStart?: boolean | undefined
  readonly classes?: string | undefined
  readonly titleClasses?: string | undefined
  readonly statusClasses?: string | undefined
}

export interface TaskListProps extends Extra {
  readonly tasks: readonly Task[]
  readonly idPrefix?: string | undefined
}

const TaskItem = ({ task, id }: { readonly task: Task; readonly id: string }) => (
  <li class={classNames('govuk-task-list__item', task.href && 'govuk-task-list__item--with-link', task.classes)}>
    <div class="govuk-task-list__name-and-hint">
      {task.href ? (
        <a
          class={classNames('govuk-link govuk-task-list__link', task.titleClasses)}
          href={safeUrl(task.href)}
          aria-describedby={classNames(Boolean(task.hint) && `${id}-hint`, `${id}-status`)}
        >
          {task.title}
        </a>
      ) : (
        <div class={task.titleClasses}>{task.title}</div>
      )}
      {task.hint ? (
        <div id={`${id}-hint`} class="govuk-task-list__hint">
          {task.hint}
        </div>
      ) : null}
    </div>
    <div
      class={classNames(
        'govuk-task-list__status',
        task.cannotStart && 'govuk-task-list__status--cannot-start-yet',
        task.statusClasses,
      )}
      id={`${id}-status`}
    >
      {task.status}
    </div>
  </li>
)

/** What is to be done, each with where it stands; the whole row is the link. */
export const TaskList = ({ tasks, idPrefix = 'task-list', classes, attributes }: TaskListProps) => (
  <ul class={classNames('govuk-task-list', classes)} {...attributes}>
    {tasks.map((task, index) => (
      <TaskItem task={task} id={`${idPrefix}-${index + 1}`} />
    ))}
  </ul>
)
