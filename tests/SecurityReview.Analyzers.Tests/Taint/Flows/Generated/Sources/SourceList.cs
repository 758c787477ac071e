using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Sources;

/// <summary>All sources.</summary>
internal static class SourceList
{
    public static ImmutableArray<Source> All { get; } =
    [
        Action("ActionParameter", "[HttpGet(\"orders\")]", "string name", "name"),
        Action("RouteParameter", "[HttpGet(\"orders/{name}\")]", "[FromRoute] string name", "name"),
        Action("Query", "[HttpGet(\"orders\")]", "", "Request.Query[\"name\"].ToString()"),
        Action("Header", "[HttpGet(\"orders\")]", "", "Request.Headers[\"X-Name\"].ToString()"),
        Action("Cookie", "[HttpGet(\"orders\")]", "", "Request.Cookies[\"name\"] ?? \"\""),
        Action("Form", "[HttpPost(\"orders\")]", "", "Request.Form[\"name\"].ToString()"),
        Action("RouteValue", "[HttpGet(\"orders/{name}\")]", "", "Request.RouteValues[\"name\"]?.ToString() ?? \"\""),
        Action("RequestBody", "[HttpPost(\"orders\")]", "", "new StreamReader(Request.Body).ReadToEnd()") with { Usings = ["System.IO"] },
        Action("UploadName", "[HttpPost(\"orders\")]", "IFormFile upload", "upload.FileName") with { Usings = ["Microsoft.AspNetCore.Http"] },
        Action("BodyMember", "[HttpPost(\"orders\")]", "[FromBody] OrderSearch search", "search.Name") with
        {
            Types = """
                public sealed class OrderSearch
                {
                    public string Name { get; set; } = "";
                }
                """,
        },
        new("MinimalApiParameter", """
            internal static class OrderEndpoints
            {
                public static void Map(WebApplication app)
                {
                    app.MapGet("/orders", (string name) =>
                    {
                        {body}
                        return Results.Ok();
                    });
                }
            }
            """, "name", "return Results.Ok();")
        {
            Usings = ["Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Http"],
        },
        new("MinimalApiMethod", """
            internal static class OrderEndpoints
            {
                public static void Map(WebApplication app) => app.MapGet("/orders/{name}", Find);

                private static IResult Find(string name)
                {
                    {body}
                    return Results.Ok();
                }
            }
            """, "name", "return Results.Ok();")
        {
            Usings = ["Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Http"],
        },
        new("RazorBoundProperty", """
            public sealed class OrdersModel : PageModel
            {
                [BindProperty]
                public string Name { get; set; } = "";

                public IActionResult OnPost()
                {
                    {body}
                    return Page();
                }
            }
            """, "Name", "return Page();")
        {
            Usings = ["Microsoft.AspNetCore.Mvc.RazorPages"],
        },
        new("HubParameter", """
            public sealed class OrdersHub : Hub
            {
                public Task Find(string name)
                {
                    {body}
                    return Task.CompletedTask;
                }
            }
            """, "name", "return Task.CompletedTask;")
        {
            Usings = ["Microsoft.AspNetCore.SignalR"],
        },
    ];

    private static Source Action(string name, string route, string parameters, string input) => new(name, $$"""
        public sealed class OrdersController : ControllerBase
        {
            {{route}}
            public IActionResult Find({{parameters}})
            {
                {body}
                return Ok();
            }
        }
        """, input);
}
