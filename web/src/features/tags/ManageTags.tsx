import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useScope } from "../../shell/scope";
import { Button } from "../../ui/Button";
import { Dot } from "../../ui/Chip";
import { Dialog } from "../../ui/Dialog";
import { Notice } from "../../ui/Notice";
import { sentenceOf } from "../../ui/Waits";
import { EditTag } from "./EditTag";
import { addTag, askedOf, colours, tagList, tagsAgain, type Tag } from "./queries";
import { useWords } from "./words";

/** All tags of a merchant: how often each is used, its name and colour, and new ones. */
export function ManageTags({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const say = useWords();
  const client = useQueryClient();
  const scope = useScope();
  const tags = useQuery(tagList(scope, true));
  const [name, setName] = useState("");
  const [editing, setEditing] = useState<Tag>();
  const add = useMutation({
    mutationFn: () => addTag(askedOf(scope, scope.tenant?.id ?? ""), name.trim(), colours[(tags.data?.length ?? 0) % colours.length] ?? "grey"),
    onSuccess: () => setName(""),
    onSettled: () => tagsAgain(client, scope),
  });
  if (editing) return <EditTag tag={editing} onClose={() => setEditing(undefined)} />;
  const error = add.error ?? tags.error;
  return (
    <Dialog open onClose={onClose} title={say("tags")}>
      <form onSubmit={(e) => { e.preventDefault(); if (name.trim()) add.mutate(); }}>
        {error ? <Notice tone="bad">{sentenceOf(error, t as never)}</Notice> : null}
        <div>
          <div className="t-new">
            <input className="inp l" aria-label={say("new")} placeholder={say("new")} value={name} maxLength={40} autoComplete="off" onChange={(e) => setName(e.target.value)} />
            <Button type="submit" large icon="plus" busy={add.isPending} disabled={!name.trim()}>{say("make")}</Button>
          </div>
          <ul className="picks" aria-label={say("tags")}>
            {tags.data?.map((tag) => (
              <li key={tag.id}>
                <span className="check"><Dot colour={tag.colour} /><span className="clip">{tag.name}</span></span>
                <span className="q num">{say("borne", { count: tag.orders ?? 0 })}</span>
                <Button kind="quiet" icon="pencil" label={say("edit", { name: tag.name })} onClick={() => setEditing(tag)} />
              </li>
            ))}
          </ul>
          {tags.data?.length === 0 ? <p>{say("none")}</p> : null}
        </div>
        <div className="acts"><Button hint="Esc" onClick={onClose}>{say("done")}</Button></div>
      </form>
    </Dialog>
  );
}
