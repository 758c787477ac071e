using SecurityReview.EndToEnd.Tests.Infrastructure;

namespace SecurityReview.EndToEnd.Tests.Package;

/// <summary>Findings in pages and components, as the Razor compiler of the SDK compiles them.</summary>
[Collection(BuildsCollection.Name)]
public sealed class PagesTests(PackageCache cache)
{
    private const string Program = """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddRazorPages();
        builder.Services.AddProblemDetails();
        var app = builder.Build();
        app.UseExceptionHandler();
        app.MapRazorPages();
        app.Run();
        """;

    private const string Page = """
        @page
        @{
            var text = "";
            try
            {
                text = System.IO.File.ReadAllText("a.txt");
            }
            catch (Exception ex)
            {
                <p title="@ex.StackTrace">@ex.Message</p>
                <p>@Html.Raw(ex)</p>
            }
        }
        <h1>@text</h1>
        """;

    private const string Component = """
        <p>@failure</p>
        @code {
            private string failure = "";

            protected override void OnInitialized()
            {
                try { failure = System.IO.File.ReadAllText("a.txt"); }
                catch (Exception ex) { failure = ex.ToString(); }
            }
        }
        """;

    [Fact]
    public async Task Findings_StandInThePageAndTheComponent()
    {
        using var project = Consumer();

        var build = (await project.BuildAsync()).ExitsWith(0);

        Assert.Equal(
            ["Failure.razor(1,5) SECR2001", "Index.cshtml(10,20) SECR2001", "Index.cshtml(10,36) SECR2002", "Index.cshtml(11,22) SECR2001"],
            Finding.OursIn(build).Select(static finding => $"{Path.GetFileName(finding.File)}({finding.Line},{finding.Column}) {finding.Rule}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task PagesSwitchedOff_AreSilent()
    {
        using var project = Consumer();
        project.Folder.Write(".editorconfig", "[*.cs]\nsecurity_review.review_pages = false\n");

        Assert.Empty(Finding.OursIn((await project.BuildAsync()).ExitsWith(0)));
    }

    private ConsumerProject Consumer()
    {
        var project = new ConsumerProject(cache, Program, sdk: "Microsoft.NET.Sdk.Web");
        project.Folder.Write("Pages/Index.cshtml", Page);
        project.Folder.Write("Components/Failure.razor", Component);
        return project;
    }
}
