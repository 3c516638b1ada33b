// Optional: every page works without this. It guards against a double press, filters long lists as you type,
// shows how far an upload has come, lets a password be seen, and asks anew when a slider is moved.
const guardSubmit = (form) => {
  let sentAt = 0
  form.addEventListener('submit', (event) => {
    const now = Date.now()
    if (now - sentAt < 2000) event.preventDefault()
    else sentAt = now
  })
}

const fold = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase()

const filterAsYouType = (input) => {
  const list = document.getElementById(input.dataset.filters)
  if (!list) return
  const rows = [...list.querySelectorAll('[data-filter-row]')].map((row) => [row, fold(row.textContent)])
  const apply = () => {
    const words = fold(input.value).split(/\s+/).filter(Boolean)
    for (const [row, text] of rows) row.hidden = !words.every((word) => text.includes(word))
  }
  input.addEventListener('input', apply)
  apply()
}

const showPassword = (group) => {
  const input = group.querySelector('.govuk-js-password-input-input')
  const button = group.querySelector('.govuk-js-password-input-toggle')
  if (!input || !button) return
  const words = group.dataset
  button.hidden = false
  const show = (visible) => {
    input.type = visible ? 'text' : 'password'
    const text = words[visible ? 'i18n.hidePassword' : 'i18n.showPassword']
    const label = words[visible ? 'i18n.hidePasswordAriaLabel' : 'i18n.showPasswordAriaLabel']
    if (text) button.textContent = text
    if (label) button.setAttribute('aria-label', label)
  }
  button.addEventListener('click', () => show(input.type === 'password'))
  input.form?.addEventListener('submit', () => show(false))
}

const uploadProgress = (form) => {
  const bar = form.querySelector('progress[data-upload]')
  if (!bar) return
  form.addEventListener('submit', (event) => {
    if (event.defaultPrevented || ![...form.querySelectorAll('input[type=file]')].some((input) => input.files.length)) return
    event.preventDefault()
    const request = new XMLHttpRequest()
    bar.parentElement.hidden = false
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      bar.max = total
      bar.value = loaded
    })
    request.addEventListener('load', () => {
      // Sent once more without its files, the form is given the answer it was given, as a page like any other.
      if (request.status < 400) {
        for (const input of form.querySelectorAll('input[type=file]')) input.value = ''
        form.submit()
        return
      }
      history.pushState(null, '', request.responseURL)
      document.open()
      document.write(request.responseText)
      document.close()
    })
    request.addEventListener('error', () => form.submit())
    request.open(form.method, form.action)
    request.send(new FormData(form, event.submitter))
  })
}

const focusErrors = (summary) => {
  summary.setAttribute('tabindex', '-1')
  summary.focus()
}

const answerAtOnce = (form) => {
  let asking
  const numbers = (style) => new Intl.NumberFormat(document.documentElement.lang, { style, maximumFractionDigits: 0 })
  form.addEventListener('input', ({ target }) => {
    const shown = form.querySelector(`output[for="${target.id}"]`)
    if (shown) shown.textContent = numbers(shown.dataset.style).format(target.valueAsNumber)
  })
  form.addEventListener('change', ({ target }) => {
    clearTimeout(asking)
    asking = setTimeout(() => {
      form.action = `${form.action.split('#')[0]}#${target.id}`
      form.requestSubmit()
    }, 300)
  })
  const moved = location.hash && document.getElementById(location.hash.slice(1))
  if (moved && form.contains(moved)) moved.focus()
}

const start = (selector, enhance) => {
  for (const element of document.querySelectorAll(selector)) enhance(element)
}

start('form[method=post]', guardSubmit)
start('form[data-answers-at-once]', answerAtOnce)
start('input[data-filters]', filterAsYouType)
start('[data-module=govuk-password-input]', showPassword)
start('form[enctype="multipart/form-data"]', uploadProgress)
start('[data-module=govuk-error-summary]:not([data-disable-auto-focus=true])', focusErrors)
