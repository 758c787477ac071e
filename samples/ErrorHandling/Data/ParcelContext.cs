using Microsoft.EntityFrameworkCore;

namespace ErrorHandling.Data;

public class ParcelContext(DbContextOptions<ParcelContext> options) : DbContext(options)
{
    public DbSet<Parcel> Parcels => Set<Parcel>();
}
