using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Endpoints;

/// <summary>What a remote caller chooses in a request of ASP.NET Core, wherever it is read, and what is not the caller's.</summary>
public class RequestSourceTests
{
    private const string Usings = """
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Http.Extensions;
        using Microsoft.AspNetCore.Mvc.Filters;
        using Microsoft.AspNetCore.Mvc.ModelBinding;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.AspNetCore.WebUtilities;
        """;

    [Fact]
    public Task MembersOfTheRequest_Report() => Verify<SqlInjectionAnalyzer>.ReportsAsync(SourceCode.Reading(
        Usings,
        "HttpContext context",
        """context.Request.Query["q"].ToString()""",
        """context.Request.Query["q"][0]""",
        """context.Request.Query["q"].FirstOrDefault()""",
        """context.Request.Query.TryGetValue("q", out var value) ? value.ToString() : "" """,
        "context.Request.QueryString.Value",
        """context.Request.Form["f"]""",
        """(await context.Request.ReadFormAsync())["f"].ToString()""",
        """context.Request.Headers["X-Id"].ToString()""",
        "context.Request.Headers.UserAgent",
        "context.Request.GetTypedHeaders().Referer",
        """context.Request.Cookies["c"]""",
        "await new StreamReader(context.Request.Body).ReadToEndAsync()",
        "Encoding.UTF8.GetString((await context.Request.BodyReader.ReadAsync()).Buffer)",
        "await context.Request.ReadFromJsonAsync<string>()",
        """context.Request.RouteValues["id"]""",
        """context.GetRouteValue("id")""",
        """context.GetRouteData().Values["id"]""",
        "context.Request.Path.Value",
        "context.Request.Path",
        "context.Request.Host.Host",
        "context.Request.ContentType",
        "context.Request.Method",
        "context.Request.GetDisplayUrl()",
        "context.Request.GetEncodedUrl()"));

    [Fact]
    public Task Uploads_Report() => Verify<SqlInjectionAnalyzer>.ReportsAsync(SourceCode.Reading(
        Usings,
        "HttpContext context, MultipartReader reader",
        "context.Request.Form.Files[0].FileName",
        """context.Request.Form.Files.GetFile("f")!.FileName""",
        """context.Request.Form.Files["f"]!.ContentType""",
        "new StreamReader(context.Request.Form.Files[0].OpenReadStream()).ReadToEnd()",
        "(await reader.ReadNextSectionAsync())!.ContentDisposition",
        "new StreamReader((await reader.ReadNextSectionAsync())!.Body).ReadLine()"));

    [Fact]
    public Task BufferOfTheBody_Reports() => Verify<SqlInjectionAnalyzer>.ReportsAsync(SourceCode.Around(Usings, """
        internal class Reader
        {
            public async Task Read(HttpRequest request)
            {
                var buffer = new byte[100];
                var count = await request.Body.ReadAsync(buffer.AsMemory(0, 100));
                Db.Command.CommandText = [|"SELECT '" + Encoding.UTF8.GetString(buffer, 0, count) + "'"|];
            }

            public async Task Upload(IFormFile file)
            {
                using var stream = new MemoryStream();
                await file.CopyToAsync(stream);
                Db.Command.CommandText = [|"SELECT '" + Encoding.UTF8.GetString(stream.ToArray()) + "'"|];
            }

            public void Enumerate(HttpRequest request)
            {
                foreach (var pair in request.Query)
                    Db.Command.CommandText = [|"SELECT '" + pair.Value + "'"|];
                foreach (var file in request.Form.Files)
                    Db.Command.CommandText = [|"SELECT '" + file.FileName + "'"|];
            }

            public async Task Copy(HttpRequest request)
            {
                var stream = new MemoryStream();
                await request.Body.CopyToAsync(stream);
                Db.Command.CommandText = [|"SELECT '" + Encoding.UTF8.GetString(stream.ToArray()) + "'"|];
            }
        }
        """));

    [Fact]
    public Task BindersAndFilters_Report() => Verify<SqlInjectionAnalyzer>.ReportsAsync(SourceCode.Reading(
        Usings,
        "ModelBindingContext binding, ActionExecutingContext action, PageHandlerExecutingContext page, EndpointFilterInvocationContext filter",
        """binding.ValueProvider.GetValue("q").FirstValue""",
        "binding.ValueProvider.GetValue(binding.ModelName).ToString()",
        """action.ActionArguments["q"]""",
        """(string?)page.HandlerArguments["q"]""",
        "filter.GetArgument<string>(0)",
        "(string?)filter.Arguments[0]"));

    [Fact]
    public Task WhatTheServerDecides_IsSilent() => Verify<SqlInjectionAnalyzer>.IsSilentAsync(SourceCode.ReadingHarmless(
        Usings,
        "HttpContext context, Microsoft.Extensions.Options.IOptions<List<string>> options",
        "context.User.Identity!.Name",
        """context.User.FindFirst("sub")!.Value""",
        "context.TraceIdentifier",
        "context.Connection.LocalIpAddress",
        "context.Connection.Id",
        "context.Request.Scheme",
        "context.Request.Protocol",
        "context.Request.PathBase.Value",
        """context.Items["key"]""",
        "context.Request.ContentLength",
        "context.Request.Query.Count",
        """int.Parse(context.Request.Query["n"]!)""",
        "context.Request.Form.Files[0].Length",
        "context.Response.ContentType",
        "options.Value[0]"));

    [Fact]
    public async Task Message_NamesTheSource()
    {
        var findings = await Verify<SqlInjectionAnalyzer>.FindingsAsync(SourceCode.Reading(Usings, "HttpContext context", """context.Request.Headers["X-Id"].ToString()""")
            .Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal));
        Assert.Contains("A value from the request headers", Assert.Single(findings).GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
