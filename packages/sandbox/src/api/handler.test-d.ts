import type { Operation } from "@earmark/http";
import { expectTypeOf, test } from "vitest";
import type { HandlerOf, HandlersOf } from "./handler.ts";

interface Types {
  listWidgets: { parameters: { query?: { size?: number }; path?: never } };
  FetchWidget: { parameters: { query?: never; path: { id: string } } };
  "delete-widget": { parameters: { query?: never; path: { id: number } } };
  "widgets.rename_all": {
    parameters: { query?: never; path?: never };
    requestBody: { content: { a: { name: string } } };
  };
  "a/b/c": { parameters: { query?: never; path: { odd: true } } };
}
type Named<Id extends string> = Operation & { readonly operationId: Id };

test("handlers have the types of their operation, however its ID is spelt", () => {
  type Handlers = HandlersOf<
    {
      listWidgets: Named<"listWidgets">;
      fetchWidget: Named<"FetchWidget">;
      deleteWidget: Named<"delete-widget">;
      widgetsRenameAll: Named<"widgets.rename_all">;
      aBC: Named<"a#b%c">;
    },
    Types
  >;
  expectTypeOf<Handlers["listWidgets"]>().toEqualTypeOf<HandlerOf<Types["listWidgets"]>>();
  expectTypeOf<Handlers["fetchWidget"]>().toEqualTypeOf<HandlerOf<Types["FetchWidget"]>>();
  expectTypeOf<Handlers["deleteWidget"]>().toEqualTypeOf<HandlerOf<Types["delete-widget"]>>();
  expectTypeOf<Handlers["widgetsRenameAll"]>().toEqualTypeOf<HandlerOf<Types["widgets.rename_all"]>>();
  expectTypeOf<Handlers["aBC"]>().toEqualTypeOf<HandlerOf<Types["a/b/c"]>>();
  expectTypeOf<Parameters<Handlers["deleteWidget"]>[0]["parameters"]>().toEqualTypeOf<{ id: number }>();
});

test("an operation that the types do not have takes no handler", () => {
  expectTypeOf<HandlersOf<{ gone: Named<"Gone"> }, Types>["gone"]>().toBeNever();
});

test("parameters of one name are where a client gives them", () => {
  type Both = { parameters: { path: { id: string }; query?: { id?: number; size?: number } } };
  type Given = Parameters<HandlerOf<Both>>[0]["parameters"];
  expectTypeOf<Given["id"]>().toEqualTypeOf<string>();
  expectTypeOf<Given["query"]>().toEqualTypeOf<{ id?: number } | undefined>();
  expectTypeOf<Given["size"]>().toEqualTypeOf<number | undefined>();
  type Required = { parameters: { path: { id: string }; query: { id: number } } };
  expectTypeOf<Parameters<HandlerOf<Required>>[0]["parameters"]["query"]>().toEqualTypeOf<{ id: number }>();
});
