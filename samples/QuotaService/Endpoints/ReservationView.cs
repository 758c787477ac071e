using System.Data.Common;

namespace QuotaService.Endpoints;

public sealed record ReservationView(int Id, string ProjectId, string UserId, string Resource, int Amount)
{
    /// <summary>Reads the columns in the order of this type's members.</summary>
    public static ReservationView From(DbDataReader reader) =>
        new(reader.GetInt32(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetInt32(4));
}
