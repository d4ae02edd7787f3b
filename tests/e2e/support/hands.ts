import { expect, type Locator, type Page } from "@playwright/test";

/** Seconds of a keystroke model (Card, Moran, Newell): what hands and head take, pages not waited for. */
const seconds = { key: 0.28, pointing: 1.1, homing: 0.4, thought: 1.35 };

const marks: Readonly<Record<string, string>> = {
  "\u0300": "f",
  "\u0301": "s",
  "\u0309": "r",
  "\u0303": "x",
  "\u0323": "j",
};

/** How many keys a text takes by Telex: each mark one, each capital letter two with its Shift. */
export function telexKeys(text: string): number {
  let keys = 0;
  let horned = false;
  for (const each of text.normalize("NFD")) {
    // "ươ" is typed "uow": one key marks both.
    if (each === "\u031b") {
      keys += horned ? 0 : 1;
      horned = !horned;
      continue;
    }
    if (each === "\u0302" || each === "\u0306" || each in marks) {
      keys += 1;
      continue;
    }
    if (!"uUoO".includes(each)) horned = false;
    if (each === "đ" || each === "Đ") keys += 1;
    keys += each !== each.toLowerCase() ? 2 : 1;
  }
  return keys;
}

/** A person at the page: presses every key and points at every place through the real browser, and counts. */
export class Hands {
  #keys = 0;
  #pointings = 0;
  #homings = 0;
  #thoughts = 0;
  #onMouse = false;

  constructor(readonly page: Page) {}

  #to(mouse: boolean) {
    if (this.#onMouse !== mouse) this.#homings += 1;
    this.#onMouse = mouse;
  }

  /** Before a field, a choice or an act: what belongs there. */
  think() {
    this.#thoughts += 1;
  }

  async type(text: string) {
    this.#to(false);
    this.#keys += telexKeys(text);
    await this.page.keyboard.type(text);
  }

  async press(key: string, times = 1) {
    this.#to(false);
    for (let done = 0; done < times; done += 1) await this.page.keyboard.press(key);
    this.#keys += times * key.split("+").length;
  }

  /** Tab by Tab to something, at most so many. */
  async tabTo(target: Locator, most: number) {
    for (let done = 0; done < most; done += 1) {
      if (await target.evaluate((one) => one === document.activeElement)) return;
      await this.press("Tab");
    }
    await expect(target, `within ${most} Tabs`).toBeFocused();
  }

  async click(target: Locator) {
    this.#to(true);
    this.#pointings += 1;
    await target.click();
  }

  get keys() {
    return this.#keys;
  }

  get seconds() {
    const sum =
      this.#keys * seconds.key +
      this.#pointings * seconds.pointing +
      this.#homings * seconds.homing +
      this.#thoughts * seconds.thought;
    return Math.round(sum * 10) / 10;
  }

  get told() {
    return `${this.seconds} s: ${this.#keys} keys, ${this.#pointings} pointings, ${this.#homings} homings, ${this.#thoughts} thoughts`;
  }
}
