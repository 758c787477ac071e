using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using QuotaService.Data;
using QuotaService.Security;

namespace QuotaService.Reports;

/// <summary>The reservations of the caller's project as a file for spreadsheets.</summary>
public static class ReservationReport
{
    public static void MapReservationReport(this IEndpointRouteBuilder app) =>
        app.MapGet("/reports/reservations.csv", Write).RequireAuthorization();

    private static async Task Write(
        string since, HttpResponse response, RequestContext context, QuotaDbContext db, ILogger<Program> logger, CancellationToken cancellation)
    {
        try
        {
            var start = DateTime.Parse(since, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
            var reservations = await db.Reservations.AsNoTracking()
                .Where(reservation => reservation.ProjectId == context.ProjectId && reservation.CreatedAt >= start)
                .OrderBy(reservation => reservation.Id)
                .ToListAsync(cancellation);

            logger.LogInformation("A report of {Count} reservations was made.", reservations.Count);
            response.ContentType = "text/csv";
            await response.WriteAsync(ToCsv(reservations), cancellation);
        }
        catch (Exception ex)
        {
            response.StatusCode = StatusCodes.Status400BadRequest;
            await response.WriteAsync($"The report could not be made: {ex}", cancellation);
        }
    }

    private static string ToCsv(List<Reservation> reservations)
    {
        var csv = new StringBuilder("id,user,resource,amount\n");
        foreach (var reservation in reservations)
        {
            csv.Append(CultureInfo.InvariantCulture, $"{reservation.Id},{reservation.UserId},{reservation.Resource},{reservation.Amount}\n");
        }

        return csv.ToString();
    }
}
