namespace SecurityReview.Benchmarks.Generation.Parts;

/// <summary>The border of the application as minimal-API endpoints, for about a third of the entities.</summary>
internal static class EndpointPart
{
    public static bool IsFor(Entity entity) => entity.Properties.Count % 3 == 0;

    public static string Write(Entity entity, Dice dice) => new SourceText()
        .Add($$"""
            namespace {{entity.Namespace}};

            public static class {{entity.Name}}Endpoints
            {
            public static void Map{{entity.Name}}(this IEndpointRouteBuilder endpoints)
            {
            var group = endpoints.MapGroup("/api/{{entity.Route}}").RequireAuthorization();
            group.MapGet("/{id:int}", GetAsync);
            group.MapGet("/", async ([AsParameters] Listing listing, I{{entity.Name}}Service service, CancellationToken cancellation) =>
            {
            var filter = new {{entity.Name}}Filter { Term = listing.Term, Page = listing.Page ?? 0, Size = Math.Clamp(listing.Size ?? 20, 1, {{dice.Between(20, 100)}}) };
            return Results.Ok(await service.SearchAsync(filter, cancellation));
            });
            group.MapPost("/", async ({{entity.Name}}Request request, I{{entity.Name}}Service service, CancellationToken cancellation) =>
            {
            try
            {
            var created = await service.CreateAsync(request, cancellation);
            return Results.Created($"/api/{{entity.Route}}/{created.Id}", created);
            }
            catch (RuleViolationException)
            {
            return Results.BadRequest("The request breaks a rule.");
            }
            });
            group.MapPut("/{id:int}", async (int id, {{entity.Name}}Request request, I{{entity.Name}}Service service, CancellationToken cancellation) =>
            await service.UpdateAsync(id, request, cancellation) is { } updated ? Results.Ok(updated) : Results.NotFound());
            group.MapGet("/forecast/{days:int}", async (int days, I{{entity.Name}}Service service, CancellationToken cancellation) => new { days, amount = await service.ForecastAsync(days, cancellation) });
            }

            private static async Task<IResult> GetAsync(int id, I{{entity.Name}}Service service, ILoggerFactory loggers, CancellationToken cancellation)
            {
            try
            {
            return Results.Ok(await service.GetAsync(id, cancellation));
            }
            catch (NotFoundException exception)
            {
            loggers.CreateLogger("{{entity.Name}}").LogInformation(exception, "Nothing found for {Id}", id);
            return Results.NotFound();
            }
            }

            private sealed record Listing(string? Term, int? Page, int? Size);
            }
            """)
        .ToString();
}
