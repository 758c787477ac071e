// A record carries the text of an exception through a service to the answer.
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

var app = WebApplication.Create(args);
app.MapPost("/imports", () =>
{
    var outcome = Importer.Run();
    return outcome.Failed ? Results.Json(new { outcome.Summary, outcome.Detail }, statusCode: 500) : Results.Ok(); // reported
});
app.Run();

public record Outcome(bool Failed, string Summary, string Detail);

public static class Importer
{
    public static Outcome Run()
    {
        try
        {
            var lines = System.IO.File.ReadAllLines("import.csv");
            return new Outcome(false, lines.Length + " lines", "");
        }
        catch (System.IO.IOException problem)
        {
            return new Outcome(true, "The import failed.", problem.ToString());
        }
    }
}
//// good twin
// The same record is filled, and only its other member is answered.
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

var app = WebApplication.Create(args);
app.MapPost("/imports", () =>
{
    var outcome = Importer.Run();
    return outcome.Failed ? Results.Json(new { outcome.Summary, outcome.Detail.Length }, statusCode: 500) : Results.Ok();
});
app.Run();

public record Outcome(bool Failed, string Summary, string Detail);

public static class Importer
{
    public static Outcome Run()
    {
        try
        {
            var lines = System.IO.File.ReadAllLines("import.csv");
            return new Outcome(false, lines.Length + " lines", "");
        }
        catch (System.IO.IOException problem)
        {
            return new Outcome(true, "The import failed.", problem.ToString());
        }
    }
}
