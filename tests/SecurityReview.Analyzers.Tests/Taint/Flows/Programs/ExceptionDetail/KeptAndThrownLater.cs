// An exception is kept in a tuple, and its text is answered after the work is done.
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

var app = WebApplication.Create(args);
app.MapPost("/batch", (int[] numbers) =>
{
    (int Done, Exception? Failure) state = (0, null);
    foreach (var number in numbers)
    {
        try
        {
            state.Done += 100 / number;
        }
        catch (DivideByZeroException exception)
        {
            state.Failure = exception;
        }
    }

    var text = state.Failure is null ? "" : state.Failure.StackTrace;
    return Results.Text("Done: " + state.Done + " " + text); // reported
});
app.Run();
//// good twin
// Only whether there was an exception is answered.
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

var app = WebApplication.Create(args);
app.MapPost("/batch", (int[] numbers) =>
{
    (int Done, Exception? Failure) state = (0, null);
    foreach (var number in numbers)
    {
        try
        {
            state.Done += 100 / number;
        }
        catch (DivideByZeroException exception)
        {
            state.Failure = exception;
        }
    }

    var text = state.Failure is null ? "" : "with failures";
    return Results.Text("Done: " + state.Done + " " + text);
});
app.Run();
