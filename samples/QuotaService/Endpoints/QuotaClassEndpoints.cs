using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using QuotaService.Data;
using QuotaService.Quotas;
using QuotaService.Security;

namespace QuotaService.Endpoints;

/// <summary>The catalogue of quota classes: everybody reads it, operators change it.</summary>
public static class QuotaClassEndpoints
{
    private const string Table = "QuotaClasses";
    private const int ConstraintViolation = 19;

    public static void MapQuotaClasses(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/quota-classes").RequireAuthorization();
        group.MapGet("", List);
        group.MapGet("/{name}", Get);
        group.MapPost("", Create).RequireAuthorization(Policies.Admin);
        group.MapPost("/import", Import).RequireAuthorization(Policies.Admin);
        group.MapPut("/{name}", Update).RequireAuthorization(Policies.Admin);
        group.MapDelete("/{name}", Destroy).RequireAuthorization(Policies.Admin);
    }

    private static async Task<IResult> List(string? sort, QuotaConnections connections, CancellationToken cancellation)
    {
        var orderBy = sort switch
        {
            "instances" => "Limits_Instances",
            "cores" => "Limits_Cores",
            _ => "Name",
        };

        await using var connection = await connections.OpenAsync(cancellation);
        var names = await connection.QueryAsync<string>($"SELECT Name FROM {Table} ORDER BY {orderBy}");
        return Results.Ok(names);
    }

    private static async Task<IResult> Get(string name, QuotaDbContext db, CancellationToken cancellation)
    {
        var quotaClass = await db.QuotaClasses.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Name == name, cancellation);
        return quotaClass is null ? Results.NotFound() : Results.Ok(quotaClass);
    }

    private static async Task<IResult> Create(QuotaClass quotaClass, QuotaDbContext db, ILogger<Program> logger, CancellationToken cancellation)
    {
        var problems = quotaClass.Limits.FindProblems();
        if (problems.Count > 0)
        {
            return Results.ValidationProblem(problems);
        }

        try
        {
            db.QuotaClasses.Add(quotaClass);
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException ex) when (ex.InnerException is SqliteException { SqliteErrorCode: ConstraintViolation })
        {
            logger.LogWarning(ex, "The quota class {Name} could not be added.", quotaClass.Name);
            return Results.Problem("There is a class of that name already.", statusCode: StatusCodes.Status409Conflict);
        }

        return Results.Created($"/quota-classes/{Uri.EscapeDataString(quotaClass.Name)}", quotaClass);
    }

    private static async Task<IResult> Import(HttpRequest request, QuotaDbContext db, ILogger<Program> logger, CancellationToken cancellation)
    {
        try
        {
            using var reader = new StreamReader(request.Body);
            var classes = QuotaClassCsv.Parse(await reader.ReadToEndAsync(cancellation));
            db.QuotaClasses.AddRange(classes);
            await db.SaveChangesAsync(cancellation);
            logger.LogInformation("{Count} quota classes imported.", classes.Count);
            return Results.Ok(new { imported = classes.Count });
        }
        catch (QuotaClassCsvException ex)
        {
            return Results.Json(new { error = ex.Message }, statusCode: StatusCodes.Status400BadRequest);
        }
        catch (Exception ex)
        {
            return Results.Json(new { error = "The import failed.", trace = ex.StackTrace }, statusCode: StatusCodes.Status400BadRequest);
        }
    }

    private static async Task<IResult> Update(string name, QuotaLimits limits, QuotaDbContext db, CancellationToken cancellation)
    {
        var problems = limits.FindProblems();
        if (problems.Count > 0)
        {
            return Results.ValidationProblem(problems);
        }

        var rows = await db.QuotaClasses
            .Where(quotaClass => quotaClass.Name == name)
            .ExecuteUpdateAsync(update => update.SetProperty(quotaClass => quotaClass.Limits, limits), cancellation);
        return rows == 0 ? Results.NotFound() : Results.NoContent();
    }

    private static async Task<IResult> Destroy(string name, QuotaDbContext db, CancellationToken cancellation)
    {
        if (name == QuotaClass.DefaultName)
        {
            return Results.Problem("The default class has to stay.", statusCode: StatusCodes.Status409Conflict);
        }

        var rows = await db.QuotaClasses.Where(quotaClass => quotaClass.Name == name).ExecuteDeleteAsync(cancellation);
        if (rows == 0)
        {
            return Results.NotFound();
        }

        return Results.NoContent();
    }
}
