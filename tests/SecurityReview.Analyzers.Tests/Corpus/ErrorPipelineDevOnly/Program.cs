using Microsoft.Extensions.DependencyInjection;

var app = WebApplication.Create(args);
if (app.Environment.IsDevelopment())
{
    app.UseDeveloperExceptionPage();
    app.UseExceptionHandler("/error/local");
}

app.Use(async (context, next) =>
{
    var watch = System.Diagnostics.Stopwatch.StartNew();
    try
    {
        await next(context);
    }
    finally
    {
        Console.WriteLine(watch.ElapsedMilliseconds);
    }
});
app.MapGet("/", () => "hello");
app.Run(); // expect SECR2004
