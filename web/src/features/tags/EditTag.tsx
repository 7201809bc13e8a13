import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useScope } from "../../shell/scope";
import { Button } from "../../ui/Button";
import { Dot } from "../../ui/Chip";
import { Confirm, Dialog } from "../../ui/Dialog";
import { Field } from "../../ui/Field";
import { Notice } from "../../ui/Notice";
import { sentenceOf } from "../../ui/Waits";
import { askedOf, changeTag, colours, countTag, deleteTag, tagsAgain, type Tag } from "./queries";
import { useWords } from "./words";

/** Another name or colour, or the end of a tag; it holds for every order. */
export function EditTag({ tag, onClose }: { tag: Tag; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useWords();
  const client = useQueryClient();
  const scope = useScope();
  const asked = askedOf(scope, tag.tenant_id);
  const [next, setNext] = useState(tag);
  const [asking, setAsking] = useState(false);
  const count = useQuery({ queryKey: ["tags", "count", tag.id], queryFn: () => countTag(asked, tag.id), enabled: asking, gcTime: 0 });
  const done = { onSuccess: onClose, onSettled: () => tagsAgain(client, scope) };
  const change = useMutation({ mutationFn: (to: Tag) => changeTag(asked, to), ...done });
  const remove = useMutation({ mutationFn: () => deleteTag(asked, tag.id), ...done });
  if (asking) {
    return (
      <Confirm
        open onClose={() => setAsking(false)} danger busy={remove.isPending || count.isPending} title={say("removing", { name: tag.name })} effect={count.data === undefined ? "…" : say("effect", { count: count.data })}
        act={say("remove")} onAct={() => remove.mutate()} problem={remove.isError ? sentenceOf(remove.error, t as never) : undefined}
      />
    );
  }
  return (
    <Dialog open onClose={onClose} title={say("editing")}>
      <form onSubmit={(e) => { e.preventDefault(); change.mutate(next); }}>
        {change.isError ? <Notice tone="bad">{sentenceOf(change.error, t as never)}</Notice> : null}
        <Field label={say("name")} value={next.name} maxLength={40} required autoComplete="off" onChange={(e) => setNext({ ...next, name: e.target.value })} />
        <fieldset className="swatches">
          <legend className="b">{say("colour")}</legend>
          {colours.map((colour) => (
            <label key={colour} className="check"><input type="radio" name="colour" checked={next.colour === colour} onChange={() => setNext({ ...next, colour })} /><Dot colour={colour} />{say(colour)}</label>
          ))}
        </fieldset>
        <div className="acts"><Button kind="danger" icon="trash" onClick={() => setAsking(true)}>{say("remove")}</Button><span className="grow" /><Button onClick={onClose}>{t("act.cancel")}</Button><Button type="submit" kind="pri" busy={change.isPending}>{t("act.save")}</Button></div>
      </form>
    </Dialog>
  );
}
