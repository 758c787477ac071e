// The inner exceptions of several tasks are collected in a list and answered.
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

var app = WebApplication.Create(args);
app.MapPost("/sync", () =>
{
    var problems = new List<string>();
    var kinds = new List<string>();
    try
    {
        Task.WaitAll(Task.Delay(10), Task.Run(() => Console.WriteLine("sync")));
    }
    catch (AggregateException failure)
    {
        foreach (var inner in failure.Flatten().InnerExceptions)
        {
            problems.Add(inner.ToString());
            kinds.Add(inner.GetType().Name);
        }
    }

    return Results.Json(new { kinds.Count, problems }); // reported
});
app.Run();
//// good twin
// The types of the inner exceptions are answered, and their detail is only written to the console.
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

var app = WebApplication.Create(args);
app.MapPost("/sync", () =>
{
    var problems = new List<string>();
    var kinds = new List<string>();
    try
    {
        Task.WaitAll(Task.Delay(10), Task.Run(() => Console.WriteLine("sync")));
    }
    catch (AggregateException failure)
    {
        foreach (var inner in failure.Flatten().InnerExceptions)
        {
            problems.Add(inner.ToString());
            Console.Error.WriteLine(problems[^1]);
            kinds.Add(inner.GetType().Name);
        }
    }

    return Results.Json(new { problems.Count, kinds });
});
app.Run();
